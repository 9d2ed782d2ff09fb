import type { Case } from './case.ts';
import type { Comparison } from './comparison.ts';
import type { Drawing } from './drawing.ts';
import type { Tape } from './tape.ts';

/**
 * What passes between the page, the sandbox and the judge. Both ends of every message import these types.
 *
 * One run:  Job in  →  HarnessMessage, many, out  →  collected into one Report, behind it recordings.
 */

/** Everything that bounds a run. Milliseconds, counts and characters. */
export const limits = {
  /** From the start signal to the last message of a run. */
  runMs: 5_000,
  /** One test, when it waits on promises; a loop that never yields is ended by `runMs`. */
  testMs: 1_000,
  /** From the start of a run until what a tape still lacks is left out: it is only shown, and must end no run. */
  tapeMs: 3_500,
  /** How much longer than the run recordings may take until they are waited for no longer: they are only shown. */
  recordingsMs: 1_000,
  /** Until a frame must have said that it is there; who waits for one that a host's header broke has waited enough. */
  frameStartMs: 3_000,
  /** Until a worker must have answered for the first time. */
  startMs: 5_000,
  /** How long a waiting frame may take to answer before a new one takes its place. */
  frameAnswerMs: 1_000,
  pingEveryMs: 200,
  /** How long the frame may leave a ping unanswered before the run counts as crashed. */
  pingUnansweredMs: 2_000,
  consoleEntries: 200,
  consoleCharacters: 64 * 1024,
  textCharacters: 4_000,
  messages: 2_000,
  /** Errors outside of tests that are kept, of each kind. */
  errorsOutside: 50,
  drawings: 3,
} as const;

/** `spec` is a test that the learner writes, `subject` the code that takes a file's place when such a test is tried. */
export type ModuleRole = 'library' | 'given' | 'learner' | 'test' | 'spec' | 'subject';

/** One file of a job: CommonJS, its imports already rewritten to the paths of other modules. */
export type JobModule = {
  /** `past-tense/index.ts` for a file of the library, or a path from the exercise folder such as `./user.ts`. */
  readonly path: string;
  readonly role: ModuleRole;
  readonly code: string;
};

/** A place in compiled code. Lines and columns count from 1. */
export type CodeFrame = { readonly path: string; readonly line: number; readonly column: number };

export type ErrorReport = {
  readonly name: string;
  readonly message: string;
  /** Printed values and their line difference; only of failed assertions that compare. */
  readonly expected?: string;
  readonly actual?: string;
  readonly diff?: string;
  /** The same two values as data. */
  readonly comparison?: Comparison;
  /** True for a failed assertion, false for an exception. */
  readonly assertion: boolean;
  /** Frames in the files of the job, innermost first. */
  readonly frames: readonly CodeFrame[];
};

export type TestReport = {
  /** Suites and test joined by ` > `. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  readonly assertions: number;
  readonly errors: readonly ErrorReport[];
  /** What the test said about itself; only of one that failed. */
  readonly case?: Case;
  /** Of faulty code that the learner's tests were tried on: the first of them that failed, if one did. */
  readonly faulty?: { readonly noticedBy?: string };
  /** The library told that something happened while the test ran: it can be recorded. */
  readonly recorded?: true;
};

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';
export type ConsoleEntry = {
  readonly level: ConsoleLevel;
  readonly text: string;
  /** The test that ran when the line was written; none while files load. */
  readonly test?: string;
};

/** Page → worker, over the port that came with the first message. */
export type HarnessCommand =
  | {
      readonly kind: 'prepare';
      readonly modules: readonly JobModule[];
      readonly plan: TestPlan;
      /** Code of ours in the place of the learner's, on which the tests are run once. */
      readonly rehearsal: readonly JobModule[];
    }
  /** What will probably be run. Nothing of it runs. */
  | { readonly kind: 'load'; readonly modules: readonly JobModule[] }
  | {
      readonly kind: 'run';
      /** Those that are loaded already, with the same code, are not loaded again. */
      readonly modules: readonly JobModule[];
      readonly plan: TestPlan;
      readonly arrangement?: Arrangement;
    }
  /** Behind the end: the tests are to be played once more, and recorded. Recordings follow, and after them all is over. */
  | { readonly kind: 'tell-recordings' };

/** What a run has to find out. */
export type TestPlan = {
  /** The module whose import registers the hidden tests. */
  readonly entry: string;
  readonly trials: readonly Trial[];
  /** Leaves the built-ins of the language unlocked, for exercises that extend them. */
  readonly intrinsics?: 'open' | undefined;
};

/**
 * One run of the tests that the learner wrote, on code that is correct or has a known fault:
 *
 *     { "requirement": "your test notices when nothing is published", "specs": ["./user.spec.ts"],
 *       "expects": "fail", "subjects": { "./user.ts": "./user.mutant-publishes-nothing.ts" } }
 */
export type Trial = {
  /** The name under which the outcome is reported, as a test's. */
  readonly requirement: string;
  readonly specs: readonly string[];
  readonly expects: 'pass' | 'fail';
  /** Path of a module → path of the one that takes its place. */
  readonly subjects: Readonly<Record<string, string>>;
};

/** How the exercise check runs tests other than in their own order. */
export type Arrangement =
  | { readonly kind: 'reversed' }
  /** Each test twice in a row. */
  | { readonly kind: 'repeated' }
  /** One test, the others are skipped. */
  | { readonly kind: 'alone'; readonly test: string }
  /** Clock and randomness throw when they are asked. */
  | { readonly kind: 'still' };

/** Worker → page. */
export type HarnessMessage =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'begin'; readonly test: string }
  | { readonly kind: 'test'; readonly test: TestReport }
  | { readonly kind: 'console'; readonly entry: ConsoleEntry }
  | { readonly kind: 'console-cut' }
  | { readonly kind: 'drawing'; readonly drawing: Drawing }
  | { readonly kind: 'tape'; readonly tape: Tape }
  | { readonly kind: 'load-error'; readonly error: ErrorReport }
  | { readonly kind: 'uncaught'; readonly source: 'error' | 'rejection'; readonly error: ErrorReport }
  /** All that is judged was told. */
  | { readonly kind: 'end' }
  /**
   * What happened in a test; one text (JSON: Recording), which takes less time to send than its thousands of parts. It
   * is asked for behind the end, and made by playing the tests once more, because nobody is to wait for it.
   */
  | { readonly kind: 'recording'; readonly test: string; readonly recording: string }
  | { readonly kind: 'over' };

/** Page → frame, over the control port. */
export type FrameCommand =
  | { readonly kind: 'spawn'; readonly worker: number }
  | { readonly kind: 'kill'; readonly worker: number }
  | { readonly kind: 'ping' };

/** Frame → page. */
export type FrameMessage =
  | { readonly kind: 'pong' }
  | { readonly kind: 'worker-error'; readonly worker: number; readonly detail: string };

export type Ending =
  | { readonly kind: 'ended' }
  | { readonly kind: 'timed-out'; readonly limitMs: number; readonly running?: string }
  | {
      readonly kind: 'crashed';
      readonly cause: 'flood' | 'unresponsive' | 'worker';
      readonly detail?: string;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** All that is known of one run. */
export type Report = {
  readonly ending: Ending;
  readonly tests: readonly TestReport[];
  /** Thrown while the files were loaded, before any test ran. */
  readonly loadErrors: readonly ErrorReport[];
  /** Thrown outside every test, in a timer for example. Judged. */
  readonly uncaught: readonly ErrorReport[];
  /** Shown, not judged. */
  readonly unhandledRejections: readonly ErrorReport[];
  readonly console: readonly ConsoleEntry[];
  /** Console lines were dropped because a limit was reached. */
  readonly consoleCut: boolean;
  /** Of walls, and of boards with one caption, the last that a test attached. Shown, not judged. */
  readonly drawings: readonly Drawing[];
  /** Made of the last source that a test attached. Shown, not judged. */
  readonly tape?: Tape;
  readonly durationMs: number;
};
