import { modulePath, placeTakenBy } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Trial } from '../sandbox/report.ts';

/** The requirement that every test of a learner's has to meet; the others are in exercise.yaml. */
const passesOnCorrectCode = 'your test passes for correct code';

/**
 * What the tests that the learner writes are tried on: the reference, which is the solution of all other files, and
 * then each mutant of it. None in an exercise without such a test.
 */
export function trialsOf({ files, settings }: Exercise): Trial[] {
  if (files.specs.length === 0) return [];
  const specs = files.specs.map(modulePath);
  const reference = inPlace(referenceFiles(files));
  return [
    { requirement: passesOnCorrectCode, specs, expects: 'pass', subjects: reference },
    ...mutantsOf(files).map(({ name, files: paths }) => ({
      requirement: settings.mutants[name] ?? name,
      specs,
      expects: 'fail' as const,
      subjects: { ...reference, ...inPlace(paths) },
    })),
  ];
}

/** The files of reference and mutants; they are compiled with the exercise. */
export function subjectFiles({ files }: Exercise): string[] {
  if (files.specs.length === 0) return [];
  return [...referenceFiles(files), ...mutantsOf(files).flatMap(({ files: paths }) => paths)];
}

/** The solution, without that of the tests that the learner writes. */
export const referenceFiles = ({ solution, specs }: Exercise['files']): string[] =>
  solution.filter((path) => !specs.includes(placeTakenBy(path)));

const mutantsOf = ({ variants }: Exercise['files']) => variants.filter(({ role }) => role === 'mutant');

const inPlace = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [modulePath(placeTakenBy(path)), modulePath(path)]));
