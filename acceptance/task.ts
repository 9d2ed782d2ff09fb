import type { Sources } from '../src/compiler/build-options.ts';
import type { ExerciseBundle } from '../src/workbench/exercise-bundle.ts';
import type { Verdict } from '../src/workbench/verdict.ts';
import type { Case } from './case.ts';

/** What the page is asked to do next. */
export type Task =
  | {
      readonly kind: 'run';
      readonly id: string;
      readonly bundle: ExerciseBundle;
      readonly files: Sources;
      readonly press?: NonNullable<Case['press']>;
      /** The files of the next run, a correct solution of the same exercise. */
      readonly next?: Sources;
    }
  | { readonly kind: 'probe'; readonly id: string; readonly script: string }
  /** Reaches every listening server from the page itself, which shows that they listen. */
  | { readonly kind: 'control'; readonly id: string; readonly addresses: Readonly<Record<string, string>> };

/** What came of it. */
export type Outcome = {
  readonly id: string;
  /** What reached the page itself: messages, broadcasts. */
  readonly heard: readonly string[];
  readonly longestGapMs: number;
} & (
  | {
      readonly kind: 'ran';
      readonly verdict: Verdict['kind'];
      /** The verdicts on the runs that another press of Run ended. */
      readonly earlier: readonly Verdict['kind'][];
      /** All that the learner reads. */
      readonly texts: readonly string[];
      /** Characters of the whole verdict. */
      readonly size: number;
      readonly next: Verdict['kind'] | undefined;
      readonly nextTexts: readonly string[];
      readonly ms: number;
    }
  | { readonly kind: 'controlled' }
  /** Outcome of each probe by name; `reached` is the one that must not be. */
  | { readonly kind: 'probed'; readonly probes: Readonly<Record<string, string>> }
);
