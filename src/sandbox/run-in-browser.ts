import { awakeTimeout } from '../awake-timeout.ts';
import { createCollector, emptyReport } from './collect-report.ts';
import { openFrame, type Frame, type FrameWorker } from './open-frame.ts';
import { readMessage } from './read-message.ts';
import { receiveRecordings } from './receive-recordings.ts';
import type { Recordings } from './recording.ts';
import {
  limits,
  type ConsoleEntry,
  type Ending,
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

/** When a run is over, the next worker is made: not before the page has shown the verdict. */
const nextWorkerMs = 50;

/** How long a run that begins lets the recordings of the last one come, before it ends them. */
const graceMs = 100;

/** A frame that answered so lately is not asked again. */
const freshMs = 3_000;

/** What of an exercise is the same in every run. */
export type SandboxParts = {
  /** Library, given files, hidden tests, and the subjects of the learner's own tests. */
  readonly fixed: readonly JobModule[];
  /** The compiled starters, on which the tests are rehearsed; none if they do not compile. */
  readonly rehearsal: readonly JobModule[];
  readonly plan: TestPlan;
};

export type Sandbox = {
  /** Makes a worker ready that has loaded all but the learner's files. Rejects when the sandbox cannot start. */
  prepare(): Promise<void>;
  /** Has the ready worker load what will probably be run. Nothing of it runs. */
  load(learner: readonly JobModule[]): void;
  /**
   * Runs the learner's modules, one run at a time; the signal ends it. Never rejects. Without `freely` it is the
   * exercise's own plan that is carried out, and recorded.
   */
  run(learner: readonly JobModule[], signal: AbortSignal, freely?: FreeRun): Promise<SandboxRun>;
  dispose(): void;
};

export type SandboxRun = {
  readonly report: Report;
  /**
   * Asks for what happened, until the next run begins; never rejects. Nothing, if the run did not end by itself. For it
   * the worker plays the run once more, so it is asked for when the verdict is shown.
   */
  readonly recordings: () => Promise<Recordings>;
};

/** A sandbox for one exercise. */
export function createSandbox(files: SandboxFiles, { fixed, rehearsal, plan }: SandboxParts): Sandbox {
  let frame: Promise<Frame> | undefined;
  let waiting: Promise<FrameWorker> | undefined;
  /** What the worker that waits is to have loaded. */
  let expected: readonly JobModule[] = [];
  /** When the frame answered last, by the clock of the wall: others stand still while some machines sleep. */
  let heardAt = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  /** Ends what the last run may still tell. */
  let endLast: () => unknown = () => undefined;

  const ready = async (): Promise<FrameWorker> => {
    frame ??= openFrame(files.frame, files.harness);
    const worker = await spawnPrepared(await frame, {
      kind: 'prepare',
      modules: fixed,
      rehearsal,
      plan,
    });
    heardAt = Date.now();
    worker.send({ kind: 'load', modules: expected });
    return worker;
  };

  const isThere = async (opened: Frame): Promise<boolean> => {
    if (Date.now() - heardAt < freshMs) return true;
    const isAnswered = await answers(opened);
    if (isAnswered) heardAt = Date.now();
    return isAnswered;
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
    if (opened && !(await isThere(opened)) && frame === asked) throwAway();
    const asking = (waiting ??= ready());
    try {
      const worker = await asking;
      worker.onError(throwAway);
    } catch (error) {
      if (waiting === asking) throwAway();
      throw error;
    }
  };

  /** What the worker tells behind the end of its run, once; it does nothing else after that. */
  const recordingsOf = (worker: FrameWorker, runMs: number): SandboxRun['recordings'] => {
    const its = frame;
    const hurry = new AbortController();
    let asked: Promise<Recordings> | undefined;
    let isEnded = false;
    const ask = async () => {
      const withinMs = runMs + limits.recordingsMs;
      const { recordings, isOver } = await receiveRecordings(worker, withinMs, hurry.signal);
      if (isOver) worker.kill();
      else if (frame === its) {
        throwAway();
        prepareSoon();
      }
      return recordings;
    };
    endLast = () => {
      if (!asked && !isEnded) worker.kill();
      isEnded = true;
      if (asked) setTimeout(() => hurry.abort(), graceMs);
      return asked;
    };
    return () => (isEnded ? (asked ?? nothingRecorded()) : (asked ??= ask()));
  };

  const prepareSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void prepare().catch(() => undefined), nextWorkerMs);
  };

  return {
    prepare,
    dispose() {
      clearTimeout(soon);
      throwAway();
    },
    load(learner) {
      expected = learner;
      if (!waiting) return;
      // A worker that a run has taken meanwhile loads nothing more.
      void waiting.then((worker) => worker.send({ kind: 'load', modules: learner })).catch(() => undefined);
      void prepare().catch(() => undefined);
    },
    async run(learner, signal, freely) {
      clearTimeout(soon);
      const once = async (): Promise<SandboxRun & { readonly slept: boolean }> => {
        await endLast();
        try {
          await prepare();
        } catch (error) {
          return notRun({ kind: 'unavailable', detail: String(error) });
        }
        const [opened, worker] = [await frame, await waiting];
        if (!opened || !worker || signal.aborted) {
          return notRun({ kind: 'cancelled' });
        }
        waiting = undefined;
        if (!freely) expected = learner;

        const collector = createCollector(() => performance.now(), freely?.onConsole);
        const recorded = !freely;
        const { ending, slept } = await watch(opened, worker, collector.accept, signal, () =>
          worker.send({ kind: 'run', modules: learner, plan: freely?.plan ?? plan }),
        );
        // Ending a worker leaves its thread burning for seconds; removing its frame does not.
        if (ending.kind !== 'ended') throwAway();
        else if (!recorded) worker.kill();
        const report = collector.report(ending);
        const recordings =
          ending.kind === 'ended' && recorded ? recordingsOf(worker, report.durationMs) : nothingRecorded;
        prepareSoon();
        return { report, slept, recordings };
      };
      const ran = await once();
      // A test's own second is counted by the worker, for which the sleep was time as any other.
      const isCutShort = ran.slept && ran.report.tests.some(({ state }) => state === 'failed');
      return isCutShort && !freely ? once() : ran;
    },
  };
}

const nothingRecorded = async (): Promise<Recordings> => new Map();

const notRun = (ending: Ending) => ({
  report: emptyReport(ending),
  slept: false,
  recordings: nothingRecorded,
});

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
    worker.port.onmessage = ({ data }) => isPrepared(data) && resolve();
    worker.send(command);
  }).finally(callOff);
  return worker;
}

const isPrepared = (message: unknown): boolean => readMessage(message)?.kind === 'prepared';
