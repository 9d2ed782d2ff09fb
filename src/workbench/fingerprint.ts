import { splitMessage } from '../sandbox/split-message.ts';
import type { Verdict } from './verdict.ts';

/**
 * What tells a known mistake from everything else: all clues hold. Computed by the exercise check from real runs
 * and shipped with the exercise.
 *
 *     [{ "kind": "fails", "test": "refuses a short password", "saying": "8 characters" },
 *      { "kind": "passes", "test": "accepts a long password" }]
 */
export type Fingerprint = readonly Clue[];

export type Clue =
  /** `saying` is what the test said to the learner, or the name of the error that was thrown. */
  | { readonly kind: 'fails'; readonly test: string; readonly saying?: string }
  | { readonly kind: 'passes'; readonly test: string }
  | { readonly kind: 'ends'; readonly as: 'crashed' | 'timed-out' };

/** A run as clues see it. */
export type Outcome = {
  readonly ends: Verdict['kind'];
  /** Test → what it said when it failed; `undefined` for one that passed. */
  readonly tests: ReadonlyMap<string, string | undefined>;
};

/** The known mistakes that the run shows; none if it fits no fingerprint. */
export function recognise(verdict: Verdict, fingerprints: Readonly<Record<string, Fingerprint>>): string[] {
  const outcome = outcomeOf(verdict);
  return Object.entries(fingerprints)
    .filter(([, fingerprint]) => matches(outcome, fingerprint))
    .map(([name]) => name);
}

export const matches = (outcome: Outcome, fingerprint: Fingerprint): boolean =>
  fingerprint.every((clue) => holds(outcome, clue));

function holds({ ends, tests }: Outcome, clue: Clue): boolean {
  switch (clue.kind) {
    case 'ends':
      return ends === clue.as;
    case 'passes':
      return tests.has(clue.test) && tests.get(clue.test) === undefined;
    case 'fails': {
      const said = tests.get(clue.test);
      return said !== undefined && (clue.saying === undefined || clue.saying === said);
    }
  }
}

export function outcomeOf(verdict: Verdict): Outcome {
  const tests = verdict.kind === 'failed' ? verdict.tests : 'report' in verdict ? verdict.report.tests : [];
  return {
    ends: verdict.kind,
    tests: new Map(
      tests.map(({ name, state, errors: [error] }) => {
        if (state === 'passed') return [name, undefined];
        return [name, error ? (splitMessage(error).lesson ?? error.name) : ''];
      }),
    ),
  };
}
