import { testFiles } from '../../course/exercise-files.ts';
import type { Exercise } from '../../course/exercises.ts';
import type { Arrangement } from '../../sandbox/report.ts';
import type { Verdict } from '../../workbench/verdict.ts';
import { runVariant } from '../compile-exercise.ts';
import type { JudgedExercise } from '../judge-exercise.ts';
import { happened } from './verdicts.ts';

/**
 * Complaints about tests that lean on each other, on what an earlier run left, on the clock or on chance. The tests
 * run in their order and in reverse, so each pair runs both ways; each runs alone, twice in a row, and without a clock.
 */
export async function stabilityComplaints(
  exercise: Exercise,
  { bundle, solution }: JudgedExercise,
): Promise<string[]> {
  if (solution.kind !== 'passed') return [];
  const complaints: string[] = [];
  const run = async (arrangement: Arrangement, when: string, advice: string) => {
    const verdict = await runVariant(exercise, bundle, exercise.files.solution, { arrangement });
    if (stillPasses(verdict, arrangement)) return;
    complaints.push(
      `${exercise.folder}/${testFiles(exercise.files)[0]}: the solution ${happened(verdict)}, ${when}. ${advice}`,
    );
  };
  const independent = 'Give every test its own objects; nothing may be left over for the next.';
  await run({ kind: 'reversed' }, 'when the tests run in reverse order', independent);
  await run({ kind: 'repeated' }, 'when each test runs twice in a row', independent);
  await run({ kind: 'still' }, 'without clock and chance', 'Take the time and ids from past-tense/testing.');
  for (const test of bundle.tests) {
    await run({ kind: 'alone', test }, `when "${test}" runs alone`, independent);
  }
  return complaints;
}

/** A run of one test reports the others as skipped, which is no pass for the judge. */
function stillPasses(verdict: Verdict, arrangement: Arrangement): boolean {
  if (verdict.kind === 'passed') return true;
  if (arrangement.kind !== 'alone' || verdict.kind !== 'crashed' || verdict.crash.kind !== 'other-tests')
    return false;
  return verdict.report.tests.every(
    ({ name, state, assertions }) =>
      state === (name === arrangement.test ? 'passed' : 'skipped') && (state === 'skipped' || assertions > 0),
  );
}
