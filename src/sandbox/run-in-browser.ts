import { createCollector, emptyReport } from './collect-report.ts';
import { openFrame, type Frame, type FrameWorker } from './open-frame.ts';
import {
  limits,
  type ConsoleEntry,
  type Ending,
  type HarnessCommand,
  type JobModule,
  type Report,
  type TestPlan,
} from './report.ts';

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
      try {
        await prepare();
      } catch (error) {
        return emptyReport({ kind: 'unavailable', detail: String(error) });
      }
      const [opened, worker] = [await frame, await waiting];
      if (!opened || !worker || signal.aborted) return emptyReport({ kind: 'cancelled' });
      waiting = undefined;

      const collector = createCollector(() => performance.now(), freely?.onConsole);
      const ending = await watch(opened, worker, collector.accept, signal, () =>
        worker.send({ kind: 'run', modules: learner, plan: freely?.plan ?? plan }),
      );
      if (ending.kind === 'ended') worker.kill();
      // Ending a worker leaves its thread burning for seconds; removing its frame does not.
      else throwAway();
      void prepare().catch(() => undefined);
      return collector.report(ending);
    },
  };
}

function answers(frame: Frame): Promise<boolean> {
  const silence = new Promise<false>((resolve) => setTimeout(() => resolve(false), limits.frameAnswerMs));
  return Promise.race([frame.ping().then(() => true), silence]);
}

async function spawnPrepared(frame: Frame, command: HarnessCommand): Promise<FrameWorker> {
  const worker = frame.spawn();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The sandbox worker gave no answer.')), limits.startMs);
    worker.onError((detail) => reject(new Error(`The sandbox worker did not start: ${detail}`)));
    worker.port.onmessage = () => {
      clearTimeout(timer);
      resolve();
    };
    worker.send(command);
  });
  return worker;
}

/**
 * Watches a run until it ends or must be ended. Time is counted in ticks, so a page that slept or was throttled in
 * the background does not take its own absence for the learner's endless loop.
 */
function watch(
  frame: Frame,
  worker: FrameWorker,
  accept: (message: unknown) => 'more' | 'ended' | 'flood',
  signal: AbortSignal,
  start: () => void,
): Promise<Ending> {
  return new Promise((resolve) => {
    let ticks = 0;
    let unanswered = 0;
    let asked = false;
    const finish = (ending: Ending) => {
      clearInterval(timer);
      signal.removeEventListener('abort', cancel);
      worker.port.onmessage = null;
      resolve(ending);
    };
    const cancel = () => finish({ kind: 'cancelled' });
    const tick = () => {
      ticks += 1;
      unanswered = asked ? unanswered + 1 : 0;
      if (ticks * limits.pingEveryMs >= limits.runMs) finish({ kind: 'timed-out', limitMs: limits.runMs });
      else if (unanswered * limits.pingEveryMs >= limits.pingUnansweredMs) {
        finish({ kind: 'crashed', cause: 'unresponsive' });
      } else if (!asked) {
        asked = true;
        void frame.ping().then(() => (asked = false));
      }
    };
    const timer = setInterval(tick, limits.pingEveryMs);
    signal.addEventListener('abort', cancel);
    worker.onError((detail) => finish({ kind: 'crashed', cause: 'worker', detail }));
    worker.port.onmessage = ({ data }) => {
      const state = accept(data);
      if (state === 'ended') finish({ kind: 'ended' });
      if (state === 'flood') finish({ kind: 'crashed', cause: 'flood' });
    };
    start();
  });
}
