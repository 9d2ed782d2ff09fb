import { modulePath, placeTakenBy } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Solution } from '../workbench/exercise-bundle.ts';
import { learnerFiles } from './compile-exercise.ts';

/** What the learner may compare with: the official solution, then the alternatives, each with all its files. */
export function solutionsOf(exercise: Pick<Exercise, 'files' | 'sources'>): Solution[] {
  const { solution, variants } = exercise.files;
  const solved = solution.map((path) => modulePath(placeTakenBy(path)));
  const filesOf = (variant: readonly string[]) => {
    const all = learnerFiles(exercise, variant);
    return Object.fromEntries(solved.map((path) => [path, all[path] ?? '']));
  };
  const alternatives = variants.filter(({ role }) => role === 'alternative');
  return [
    { kind: 'official', files: filesOf(solution) },
    ...alternatives.map(({ name, files }) => ({ kind: 'alternative' as const, name, files: filesOf(files) })),
  ];
}
