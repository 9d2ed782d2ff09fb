import type { Sources } from '../compiler/build-options.ts';
import { AuthorError } from '../course/author-error.ts';
import type { Exercise } from '../course/exercises.ts';
import { compileExercise, runVariant } from './compile-exercise.ts';
import { mutateSolution, onOneLine, type MutatedFile, type Mutant } from './mutate-solution.ts';
import { referenceFiles } from './trials.ts';

/** What the hidden tests of an exercise make of the mutants of its solution. */
export type MutantCheck = {
  readonly id: string;
  /** Every mutant that compiles: the killed, the equivalent and the survivors. */
  readonly mutants: number;
  readonly killed: number;
  /** Those that pass and that exercise.yaml lists as equivalent. */
  readonly equivalent: number;
  /** Those that pass and that nobody has explained. */
  readonly survivors: readonly Mutant[];
};

/** The share of mutants, without the equivalent ones, that hidden tests have to kill. */
export const scoreToReach = 0.95;

export function scoreOf({ mutants, killed, equivalent }: Omit<MutantCheck, 'id' | 'survivors'>): number {
  return mutants === equivalent ? 1 : killed / (mutants - equivalent);
}

/**
 * Runs the hidden tests on every mutant of the solution. A mutant is killed by whatever is no pass, an endless loop
 * too. Throws an AuthorError when the solution does not pass, or when exercise.yaml lists as equivalent what is no
 * survivor.
 */
export async function checkMutants(exercise: Exercise, library: Sources): Promise<MutantCheck> {
  const bundle = await compileExercise(exercise, library);
  const { solution } = exercise.files;
  const started = performance.now();
  await runVariant(exercise, bundle, solution);
  const runMs = Math.max(leastRunMs, 5 * (performance.now() - started));

  // The learner's own test is proved by the faulty code that it has to notice.
  const mutable = referenceFiles(exercise.files);
  const mutated = (await Promise.all(mutable.map((file) => mutate(exercise, file)))).flat();
  const outcomes = await twoAtATime(mutated, async ({ mutant, source }: MutatedFile) => {
    const sources = { ...exercise.sources, [mutant.file]: source };
    const { kind } = await runVariant({ ...exercise, sources }, bundle, solution, { runMs });
    return { mutant, kind };
  });
  // One that does not compile could never be written, so it says nothing about the tests.
  const compiled = outcomes.filter(({ kind }) => kind !== 'refused');
  const passed = compiled.filter(({ kind }) => kind === 'passed').map(({ mutant }) => mutant);
  const survivors = withoutEquivalents(exercise, mutated, passed);
  return {
    id: exercise.id,
    mutants: compiled.length,
    killed: compiled.length - passed.length,
    equivalent: passed.length - survivors.length,
    survivors,
  };
}

/** Shorter than a learner's limit, for a mutant's endless loop takes all of it; a slow machine gets more. */
const leastRunMs = 1_500;

async function mutate({ folder, sources }: Exercise, file: string): Promise<readonly MutatedFile[]> {
  try {
    return await mutateSolution(file, sources[file]!);
  } catch (error) {
    const [reason] = String(error).split('\n');
    throw new AuthorError(
      `${folder}/${file}`,
      `Stryker cannot change it: ${reason}`,
      'Write it differently.',
    );
  }
}

/** Each entry explains one survivor; the same change at two places needs two entries. */
function withoutEquivalents(
  exercise: Exercise,
  mutated: readonly MutatedFile[],
  passed: readonly Mutant[],
): Mutant[] {
  const survivors = [...passed];
  for (const entry of exercise.settings.equivalent) {
    const isMeant = (mutant: Mutant) =>
      mutant.file === entry.file &&
      mutant.mutator === entry.mutator &&
      mutant.original === onOneLine(entry.original) &&
      mutant.replacement === onOneLine(entry.replacement);
    const found = survivors.findIndex(isMeant);
    if (found < 0) throw staleEntry(exercise, entry, mutated.filter(({ mutant }) => isMeant(mutant)).length);
    survivors.splice(found, 1);
  }
  return survivors;
}

function staleEntry(
  { id, folder }: Exercise,
  { file, mutator, original, replacement }: Exercise['settings']['equivalent'][number],
  such: number,
): AuthorError {
  const change = `${mutator} in ${file}, ${onOneLine(original)} → ${onOneLine(replacement)}`;
  const found = such > 0 ? `no such mutant is left to explain: ${change}` : `there is no mutant ${change}`;
  return new AuthorError(
    `${folder}/exercise.yaml`,
    `equivalent: ${found}`,
    `Remove the entry, or copy one that npm run check:mutants ${id} lists.`,
  );
}

/** Maps in order, with two of them under way: a run takes a worker, and the machines at hand have two cores. */
async function twoAtATime<In, Out>(items: readonly In[], map: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const waiting = items.entries();
  const takeTurns = async () => {
    for (const [index, item] of waiting) results[index] = await map(item);
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return results;
}
