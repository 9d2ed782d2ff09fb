import { awakeTimeout } from '../awake-timeout.ts';
import { createCollector, emptyReport } from './collect-report.ts';
import { openFrame, type Frame, type FrameWorker } from './open-frame.ts';
import {
  limits,
  type ConsoleEntry,
  type HarnessCommand,
  type JobModule,
  type Report,
  type TestPlan,
} from './report.ts';
import { watch } from './watch.ts';

export type SandboxFiles = {
  /** The frame's document, policy and script included. */
  readonly frame: string;
  /** The worker's script. */
  readonly harness: string;
};

/** A run for which nothing of the exercise's plan is done. */
export type FreeRun = {
  readonly plan: TestPlan;
  /** Told each console line as it comes. */
  readonly onConsole: (entry: ConsoleEntry) => void;
};

export type Sandbox = {
  /** Makes a worker ready that has loaded all but the learner's files. Rejects when the sandbox cannot start. */
  prepare(): Promise<void>;
  /**
   * Runs the learner's modules, one run at a time; the signal ends it. Never rejects. Without `freely` it is the
   * exercise's own plan that is carried out.
   */
  run(learner: readonly JobModule[], signal: AbortSignal, freely?: FreeRun): Promise<Report>;
  dispose(): void;
};

/** A sandbox for one exercise. `fixed` is all that the learner does not edit. */
export function createSandbox(files: SandboxFiles, fixed: readonly JobModule[], plan: TestPlan): Sandbox {
  let frame: Promise<Frame> | undefined;
  let waiting: Promise<FrameWorker> | undefined;

  const ready = async (): Promise<FrameWorker> => {
    frame ??= openFrame(files.frame, files.harness);
    return spawnPrepared(await frame, { kind: 'prepare', modules: fixed, intrinsics: plan.intrinsics });
  };

  const throwAway = () => {
    void frame?.then((opened) => opened.remove()).catch(() => undefined);
    frame = undefined;
    waiting = undefined;
  };

  const prepare = async () => {
    // A frame that waited long may be gone: the system took its memory, or a debugger ended it.
    const asked = frame;
    const opened = await asked?.catch(() => undefined);
    // Meanwhile another run may have replaced it; the new one is not to be thrown away for the old one's silence.
    if (opened && !(await answers(opened)) && frame === asked) throwAway();
    waiting ??= ready();
    try {
      const worker = await waiting;
      worker.onError(throwAway);
    } catch (error) {
      throwAway();
      throw error;
    }
  };

  return {
    prepare,
    dispose: throwAway,
    async run(learner, signal, freely) {
      const once = async (): Promise<{ readonly report: Report; readonly slept: boolean }> => {
        try {
          await prepare();
        } catch (error) {
          return { report: emptyReport({ kind: 'unavailable', detail: String(error) }), slept: false };
        }
        const [opened, worker] = [await frame, await waiting];
        if (!opened || !worker || signal.aborted) {
          return { report: emptyReport({ kind: 'cancelled' }), slept: false };
        }
        waiting = undefined;

        const collector = createCollector(() => performance.now(), freely?.onConsole);
        const { ending, slept } = await watch(opened, worker, collector.accept, signal, () =>
          worker.send({ kind: 'run', modules: learner, plan: freely?.plan ?? plan }),
        );
        if (ending.kind === 'ended') worker.kill();
        // Ending a worker leaves its thread burning for seconds; removing its frame does not.
        else throwAway();
        void prepare().catch(() => undefined);
        return { report: collector.report(ending), slept };
      };
      const { report, slept } = await once();
      // A test's own second is counted by the worker, for which the sleep was time as any other.
      const isCutShort = slept && report.tests.some(({ state }) => state === 'failed');
      return isCutShort && !freely ? (await once()).report : report;
    },
  };
}

function answers(frame: Frame): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = awakeTimeout(() => resolve(false), limits.frameAnswerMs);
    void frame
      .ping()
      .then(() => resolve(true))
      .finally(callOff);
  });
}

async function spawnPrepared(frame: Frame, command: HarnessCommand): Promise<FrameWorker> {
  const worker = frame.spawn();
  let callOff = () => undefined as void;
  await new Promise<void>((resolve, reject) => {
    callOff = awakeTimeout(() => reject(new Error('The sandbox worker gave no answer.')), limits.startMs);
    worker.onError((detail) => reject(new Error(`The sandbox worker did not start: ${detail}`)));
    worker.port.onmessage = () => resolve();
    worker.send(command);
  }).finally(callOff);
  return worker;
}
