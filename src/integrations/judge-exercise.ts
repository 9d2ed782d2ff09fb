import { createHash } from 'node:crypto';
import type { Sources } from '../compiler/build-options.ts';
import { AuthorError } from '../course/author-error.ts';
import { placeTakenBy, type Variant } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Recordings } from '../sandbox/recording.ts';
import type { ExerciseBundle, Reference } from '../workbench/exercise-bundle.ts';
import { outcomeOf, type Fingerprint } from '../workbench/fingerprint.ts';
import type { Verdict } from '../workbench/verdict.ts';
import { compileAndRun, runVariant } from './compile-exercise.ts';
import { findFingerprint } from './find-fingerprint.ts';
import { libraryHash } from './library-sources.ts';
import { judgeSourcesOf, sourceChecks } from './source-checks.ts';

export type JudgedVariant = Variant & { readonly verdict: Verdict };

/** An exercise with the verdict on each of its variants. */
export type JudgedExercise = {
  readonly bundle: ExerciseBundle;
  readonly starter: Verdict;
  readonly solution: Verdict;
  /** Of the solution's run. */
  readonly recordings: Recordings;
  readonly alternatives: readonly JudgedVariant[];
  readonly mistakes: readonly JudgedVariant[];
  /** By mistake; `undefined` for one that no condition tells from the other runs. */
  readonly fingerprints: Readonly<Record<string, Fingerprint | undefined>>;
};

/** Runs every variant once. The latest answers are kept as long as settings and sources are the same. */
export function judgeExercise(exercise: Exercise, library: Sources): Promise<JudgedExercise> {
  const content = JSON.stringify([exercise.id, exercise.settings, exercise.sources, libraryHash(library)]);
  const key = createHash('sha256').update(content).digest('hex');
  const known = judged.get(key) ?? judgeAnew(exercise, library);
  judged.delete(key);
  judged.set(key, known);
  const [oldest] = judged.keys();
  if (judged.size > mostKept) judged.delete(oldest!);
  return known;
}

/** What the browser gets of an exercise, each when it is needed. */
export type ShippedExercise = { readonly bundle: ExerciseBundle; readonly reference: Reference };

/**
 * Judges an exercise and makes what the browser gets of it. Throws an AuthorError when the solution fails a source check, or when two
 * mistakes cannot be told apart.
 */
export async function shipExercise(exercise: Exercise, library: Sources): Promise<ShippedExercise> {
  const { bundle, fingerprints, solution, recordings } = await judgeExercise(exercise, library);
  refuseFailedChecks(exercise, solution);
  const known = Object.entries(fingerprints).map(([name, fingerprint]) => {
    if (fingerprint) return [name, fingerprint] as const;
    throw new AuthorError(...indistinct(exercise, name));
  });
  return {
    bundle: { ...bundle, fingerprints: Object.fromEntries(known) },
    reference: referenceOf(solution, recordings),
  };
}

/** What the solution did, test by test, and the stream that it folded. */
function referenceOf(solution: Verdict, recordings: Recordings): Reference {
  if (solution.kind !== 'passed') return { recordings: {} };
  const { tape } = solution.report;
  return { recordings: Object.fromEntries(recordings), ...(tape ? { tape } : {}) };
}

function refuseFailedChecks({ folder, files }: Exercise, solution: Verdict): void {
  if (solution.kind !== 'failed') return;
  const failed = solution.tests.find(({ state }) => state === 'failed')!;
  throw new AuthorError(
    `${folder}/${files.solution.join(', ')}`,
    `the solution does not pass: fails "${failed.name}": ${failed.errors[0]?.message}`,
    'Correct the solution, or the check in exercise.yaml.',
  );
}

/** The parts of the complaint about a mistake without a fingerprint. */
export function indistinct({ folder, files }: Exercise, mistake: string): [string, string, string] {
  const variant = files.variants.find(({ role, name }) => role === 'mistake' && name === mistake);
  return [
    `${folder}/${variant?.files[0] ?? mistake}`,
    'its failing tests and what they say are those of the starter, a half-done or correct solution, or another mistake',
    'Add a test, or a message to an assertion, that tells it apart; or merge the two mistakes.',
  ];
}

/** They hold every report of every variant: some megabytes for each exercise. */
const mostKept = 12;

const judged = new Map<string, Promise<JudgedExercise>>();

async function judgeAnew(exercise: Exercise, library: Sources): Promise<JudgedExercise> {
  const compiled = await compileAndRun(exercise, library);
  const bundle = { ...compiled.bundle, checks: sourceChecks(exercise, compiled.bundle.tests) };
  const check = (files: readonly string[], verdict: Verdict) =>
    judgeSourcesOf(exercise, bundle, library, files, verdict);
  const run = async (files: readonly string[]) => check(files, await runVariant(exercise, bundle, files));
  const variants: JudgedVariant[] = [];
  for (const variant of exercise.files.variants) {
    if (variant.role !== 'mutant') variants.push({ ...variant, verdict: await run(variant.files) });
  }
  const result = {
    bundle,
    starter: await check([], compiled.starter),
    solution: await check(exercise.files.solution, compiled.solution),
    recordings: compiled.recordings,
    alternatives: variants.filter(({ role }) => role === 'alternative'),
    mistakes: variants.filter(({ role }) => role === 'mistake'),
  };
  const halfDone: HalfDone[] = [];
  for (const undone of halfDoneParts(exercise)) halfDone.push({ undone, verdict: await run(undone) });
  return { ...result, fingerprints: fingerprintsOf(exercise, result, halfDone) };
}

/** Some files as in the starter, the others as in the solution: where learners stand on their way. */
type HalfDone = { readonly undone: readonly string[]; readonly verdict: Verdict };

/** Of several files all but one are solved, or one. */
function halfDoneParts({ files }: Exercise): string[][] {
  const parts = files.solution.map(placeTakenBy);
  if (parts.length < 2) return [];
  return parts.flatMap((part) => [[part], parts.filter((other) => other !== part)]);
}

function fingerprintsOf(
  { sources }: Exercise,
  result: Omit<JudgedExercise, 'fingerprints'>,
  halfDone: readonly HalfDone[],
): JudgedExercise['fingerprints'] {
  const alternatives = result.alternatives.map(({ verdict }) => verdict);
  const names = [...new Set(result.mistakes.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((mistake) => {
      const own = result.mistakes.filter(({ name }) => name === mistake);
      const others = result.mistakes.filter(({ name }) => name !== mistake);
      // A starter may make the mistake itself: whoever has not come to that file yet is told of it rightly.
      const isItself = ({ undone }: HalfDone) =>
        own.some(({ files }) =>
          files.every(
            (path) => undone.includes(placeTakenBy(path)) && sources[path] === sources[placeTakenBy(path)],
          ),
        );
      const otherRuns = [
        result.starter,
        result.solution,
        ...alternatives,
        ...halfDone.filter((each) => !isItself(each)).map(({ verdict }) => verdict),
        ...others.map(({ verdict }) => verdict),
      ];
      return [
        mistake,
        findFingerprint(
          own.map(({ verdict }) => outcomeOf(verdict)),
          otherRuns.map(outcomeOf),
        ),
      ];
    }),
  );
}
