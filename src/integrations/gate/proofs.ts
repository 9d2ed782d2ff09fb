import type { Exercise } from '../../course/exercises.ts';
import type { JudgedExercise } from '../judge-exercise.ts';

/**
 * Complaints about source checks that nobody is known to fail: a snippet with a slip of the pen is refused whatever
 * the learner writes. Hidden tests are proved by the mutants of the solution instead.
 */
export function proofComplaints(
  { folder }: Exercise,
  { bundle, starter, mistakes }: JudgedExercise,
): string[] {
  const failed = [starter, ...mistakes.map(({ verdict }) => verdict)].flatMap((verdict) =>
    verdict.kind === 'failed' ? verdict.tests.filter(({ state }) => state === 'failed') : [],
  );
  const names = new Set(failed.map(({ name }) => name));
  return bundle.checks
    .filter(({ name }) => !names.has(name))
    .map(
      ({ name }) =>
        `${folder}/exercise.yaml: neither the starter nor a mistake fails "${name}", so nothing shows that it can ` +
        'fail. Add the mistake that it is there for.',
    );
}
