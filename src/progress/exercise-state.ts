import type { Records } from './records.ts';

/** How far a learner is with an exercise. Times are epoch milliseconds. */
export type ExerciseState =
  | { readonly kind: 'not-begun' }
  /** `at` is the last change of the code; undefined when only help was opened. */
  | { readonly kind: 'begun'; readonly at: number | undefined }
  /** `helped`: with the official solution opened before. */
  | { readonly kind: 'passed' | 'helped'; readonly at: number };

export function exerciseState({ drafts, progress }: Records, exercise: string): ExerciseState {
  const { passedAt, solutionAt, hintsAt = [] } = progress[exercise] ?? {};
  if (passedAt !== undefined) {
    const helped = solutionAt !== undefined && solutionAt < passedAt;
    return { kind: helped ? 'helped' : 'passed', at: passedAt };
  }
  const draft = drafts[exercise];
  if (draft || solutionAt !== undefined || hintsAt.length > 0) return { kind: 'begun', at: draft?.updatedAt };
  return { kind: 'not-begun' };
}

/**
 * Where the learner goes on, by exercises in the order of the course: at the one that was worked on last and is not
 * passed yet, or else at the first unpassed one behind the last pass, beginning anew at the end. Nothing for who did not begin,
 * and for who passed everything.
 */
export function whereToContinue(
  records: Records,
  exercises: readonly string[],
): { readonly kind: 'begun' | 'next'; readonly exercise: string } | undefined {
  const states = exercises.map((exercise) => ({ exercise, state: exerciseState(records, exercise) }));
  const begun = newest(states.filter(({ state }) => state.kind === 'begun'));
  if (begun) return { kind: 'begun', exercise: begun.exercise };
  const passed = newest(states.filter(({ state }) => state.kind !== 'not-begun'));
  if (!passed) return undefined;
  const after = exercises.indexOf(passed.exercise) + 1;
  const next = [...states.slice(after), ...states.slice(0, after)].find(
    ({ state }) => state.kind === 'not-begun',
  );
  return next && { kind: 'next', exercise: next.exercise };
}

type Standing = { readonly exercise: string; readonly state: ExerciseState };

function newest(standings: readonly Standing[]): Standing | undefined {
  const at = ({ state }: Standing) => (state.kind === 'not-begun' ? 0 : (state.at ?? 0));
  return standings.toSorted((one, other) => at(other) - at(one))[0];
}
