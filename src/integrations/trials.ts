import { placeTakenBy } from '../course/exercise-files.ts';
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
  const mutants = files.variants.filter(({ role }) => role === 'mutant');
  return [
    { requirement: passesOnCorrectCode, specs, expects: 'pass', subjects: reference },
    ...mutants.map(({ name, files: paths }) => ({
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
  const mutants = files.variants.filter(({ role }) => role === 'mutant');
  return [...referenceFiles(files), ...mutants.flatMap(({ files: paths }) => paths)];
}

const referenceFiles = ({ solution, specs }: Exercise['files']): string[] =>
  solution.filter((path) => !specs.includes(placeTakenBy(path)));

const inPlace = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [modulePath(placeTakenBy(path)), modulePath(path)]));

const modulePath = (path: string): string => `./${path}`;
