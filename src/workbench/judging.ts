import type { Sources } from '../compiler/build-options.ts';
import { forgetLastVerdict } from '../progress/last-verdict.ts';
import { recordPassed } from '../progress/passed.ts';
import type { Recordings } from '../sandbox/recording.ts';
import { sameFiles } from './draft-files.ts';
import type { Engine } from './engine.ts';
import { keepVerdict, recallVerdict, type Judged } from './kept-verdict.ts';
import { runLazily } from './run-lazily.ts';
import type { RunState } from './run.ts';

export type JudgingState = {
  readonly run: RunState | undefined;
  /** What the verdict is about. */
  readonly judged: Sources;
  /** The verdict was shown before the page was loaded again, in another language perhaps. */
  readonly fromBefore: boolean;
  /** The code was changed after the verdict. */
  readonly stale: boolean;
  /** What happened in the tests that the verdict is about; undefined until it is known. */
  readonly recordings: Recordings | undefined;
};

export const nothingJudged: JudgingState = {
  run: undefined,
  judged: {},
  fromBefore: false,
  stale: false,
  recordings: undefined,
};

const nothingRecorded: Recordings = new Map();

export type Judging = {
  /** Shows the verdict that was kept from before, if there is one. */
  recall(): void;
  /** The learner's code changed. */
  changed(files: Sources): void;
  /** Ends a run that is under way and begins another. */
  run(): Promise<void>;
  stop(): void;
};

type JudgingOptions = {
  readonly exercise: string;
  /** The address of what judges. */
  readonly bundle: string;
  readonly files: () => Sources;
  /** Stores the draft, before anything of it runs: code that takes the page with it is not lost. */
  readonly save: () => Promise<void>;
  readonly loadEngine: () => Promise<Engine>;
  readonly tell: (state: JudgingState) => void;
};

/**
 * A run that is over sooner is told by its verdict alone: most take less time than a frame in which the page would say
 * that they have begun, and the verdict would wait for that frame.
 */
const quietMs = 80;

/** By then the frame is drawn in which a verdict stands; what it does not need waits for that. */
const drawnMs = 30;

/** How long a run waits for storage; storage that gives no answer is no reason not to run, or not to tell. */
const storageMs = 1_000;
const stored = (storing: Promise<void>) =>
  Promise.race([storing, new Promise<void>((resolve) => setTimeout(resolve, storageMs))]);

/** The judged run of an exercise: one at a time; its verdict is shown, kept and, if it is a pass, recorded. */
export function createJudging(options: JudgingOptions): Judging {
  const { exercise, bundle, files, save, loadEngine, tell } = options;
  let state = nothingJudged;
  let running: AbortController | undefined;
  let untold: ReturnType<typeof setTimeout> | undefined;
  const update = (change: Partial<JudgingState>) => {
    clearTimeout(untold);
    untold = undefined;
    state = { ...state, ...change };
    tell(state);
  };
  /** The same, and tells it only if nothing else is to be told soon. */
  const updateQuietly = (change: Partial<JudgingState>) => {
    state = { ...state, ...change };
    untold ??= setTimeout(() => update({}), quietMs);
  };
  // The learner waits for the verdict, not for its copy.
  const keepSoon = (judged: Sources, verdict: Judged) =>
    setTimeout(() => {
      if (state.run === verdict) keepVerdict(exercise, bundle, judged, verdict, state.recordings);
    });
  const askForRecordings = async (judged: Sources, verdict: Judged, ask: () => Promise<Recordings>) => {
    await new Promise((resolve) => setTimeout(resolve, drawnMs));
    if (state.run !== verdict) return;
    const recordings = await ask();
    if (state.run !== verdict) return;
    update({ recordings });
    if (recordings.size > 0) keepSoon(judged, verdict);
  };
  const isStale = () => !sameFiles(files(), state.judged);

  return {
    recall() {
      const known = recallVerdict(exercise, bundle);
      if (known)
        update({
          run: known.run,
          recordings: known.recordings,
          judged: known.files,
          fromBefore: true,
          stale: !sameFiles(files(), known.files),
        });
    },
    changed(now) {
      const stale = state.run?.kind === 'judged' && !sameFiles(now, state.judged);
      // The whole workbench is drawn anew for what is told; not for every keystroke.
      if (stale !== state.stale) update({ stale });
    },
    async run() {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const judged = files();
      updateQuietly({ run: { kind: 'compiling' }, judged, stale: false, fromBefore: false });
      const saved = stored(save());
      for await (const next of runLazily(loadEngine, judged, controller.signal)) {
        if (next.kind === 'testing') await saved;
        // Who reads "passed" may leave at once; the pass is not to be lost then.
        if (next.kind === 'judged' && next.verdict.kind === 'passed') await stored(recordPassed(exercise));
        if (running !== controller) return;
        if (next.kind !== 'judged') {
          updateQuietly({ run: next });
          continue;
        }
        running = undefined;
        const { recordings: ask } = next;
        update({ run: next, stale: isStale(), recordings: ask ? undefined : nothingRecorded });
        keepSoon(judged, next);
        if (ask) void askForRecordings(judged, next, ask);
      }
    },
    stop() {
      if (!running) return;
      running.abort();
      running = undefined;
      forgetLastVerdict(exercise);
      const run: Judged = { kind: 'judged', verdict: { kind: 'cancelled' }, mistakes: [] };
      update({ run, stale: isStale(), recordings: nothingRecorded });
    },
  };
}
