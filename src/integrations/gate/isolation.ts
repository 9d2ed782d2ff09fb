import type { Exercise } from '../../course/exercises.ts';
import { splitMessage } from '../../sandbox/split-message.ts';
import type { Verdict } from '../../workbench/verdict.ts';
import { runVariant } from '../compile-exercise.ts';
import type { JudgedExercise } from '../judge-exercise.ts';

/**
 * Complaints about variants that come out otherwise in a worker of their own, as learners run them, than in one that ran
 * others before, as builds do. Then something outlived a run without the worker's noticing.
 */
export async function isolationComplaints(exercise: Exercise, judged: JudgedExercise): Promise<string[]> {
  const { files, folder } = exercise;
  const variants = [
    { files: [], verdict: judged.starter },
    { files: files.solution, verdict: judged.solution },
    ...judged.alternatives,
    ...judged.mistakes,
  ];
  const complaints: string[] = [];
  for (const variant of variants) {
    const alone = await runVariant(exercise, judged.bundle, variant.files, { worker: 'own' });
    const [before, after] = [alone, variant.verdict].map((verdict) =>
      outcomeOfRun(verdict, judged.bundle.tests),
    );
    if (before === after) continue;
    complaints.push(
      `${folder}/${variant.files[0] ?? files.starters[0]}: in a worker of its own it ends with ${before}, after other runs with ${after}. ` +
        'Keep everything in variables of the module, nothing in objects that all files share.',
    );
  }
  return complaints;
}

/** Of the hidden tests, without what two runs need not have in common: times, and values in messages. */
function outcomeOfRun(verdict: Verdict, hidden: readonly string[]): string {
  if (!('report' in verdict)) return verdict.kind;
  const { ending, tests, loadErrors, uncaught } = verdict.report;
  // The verdict on a variant has the source checks behind them.
  const said = tests
    .filter(({ name }) => hidden.includes(name))
    .map(({ name, state, errors: [error] }) => [
      name,
      state,
      error && (splitMessage(error).lesson ?? error.name),
    ]);
  return JSON.stringify([ending.kind, ...said, ...[...loadErrors, ...uncaught].map((error) => error.name)]);
}
