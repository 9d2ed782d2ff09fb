/**
 * npm run bench:recording [-- <id> …] [-- --runs 40]
 *
 * What recording costs: runs the solution of each exercise in the sandbox of Node, with the library as it is and with
 * one that has no port to listen at, in turns. Prints medians in milliseconds: of the whole run, whose worker is new as
 * in a browser, and of its tests alone; and how many entries and characters were recorded. Compare on a quiet machine.
 */
import { parseArgs } from 'node:util';
import { chooseExercises } from '../src/course/choose-exercises.ts';
import { readExercises } from '../src/course/exercises.ts';
import { compileExercise, runVariant } from '../src/integrations/compile-exercise.ts';
import { librarySources } from '../src/integrations/library-sources.ts';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '40' } },
  allowPositionals: true,
});
const root = process.cwd();
const library = librarySources(root);

const rows: Record<string, string | number>[] = [];
for (const exercise of chooseExercises(readExercises(root), positionals)) {
  const heard = await compileExercise(exercise, library);
  const unheard = JSON.parse(
    JSON.stringify(heard).replaceAll('past-tense/recording.ts', 'past-tense/unheard.ts'),
  ) as typeof heard;
  const taken = { heard: [] as number[], unheard: [] as number[] };
  const tests = { heard: [] as number[], unheard: [] as number[] };
  let recorded = { entries: 0, characters: 0 };
  for (let run = 0; run < Number(values.runs); run += 1) {
    // In turns, and each first as often as the other: a machine gets slower and faster.
    const order = run % 2 === 0 ? (['heard', 'unheard'] as const) : (['unheard', 'heard'] as const);
    for (const which of order) {
      const verdict = await runVariant(
        exercise,
        which === 'heard' ? heard : unheard,
        exercise.files.solution,
      );
      if (verdict.kind !== 'passed') throw new Error(`${exercise.id}: the solution is ${verdict.kind}.`);
      taken[which].push(verdict.report.durationMs);
      tests[which].push(verdict.report.tests.reduce((sum, { durationMs }) => sum + durationMs, 0));
      const recordings = verdict.report.tests.flatMap(({ recording }) => recording ?? []);
      if (which === 'heard') {
        recorded = {
          entries: recordings.reduce((sum, { entries }) => sum + entries.length, 0),
          characters: JSON.stringify(recordings).length,
        };
      }
    }
  }
  const [run, silentRun] = [median(taken.heard), median(taken.unheard)];
  rows.push({
    exercise: exercise.id,
    ...recorded,
    'run ms': run.toFixed(1),
    without: silentRun.toFixed(1),
    'more %': ((100 * (run - silentRun)) / silentRun).toFixed(1),
    'tests ms': median(tests.heard).toFixed(1),
    'tests without': median(tests.unheard).toFixed(1),
  });
}
console.table(rows);

function median(measured: readonly number[]): number {
  return measured.toSorted((one, other) => one - other)[measured.length >> 1]!;
}
