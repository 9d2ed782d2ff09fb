import type { Sources } from '../compiler/build-options.ts';
import { fill } from '../i18n/fill.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ExerciseBundle, WorkbenchExercise } from './exercise-bundle.ts';
import { compiledName, projectPath, type ProjectExercise } from './project-exercise.ts';

export type ProjectContent = {
  readonly exercise: Pick<WorkbenchExercise, 'id' | 'title' | 'starters' | 'given' | 'translations'>;
  readonly bundle: ExerciseBundle;
  /** What every project has in common, by path. */
  readonly parts: Sources;
  /** The editable files as the learner has them. */
  readonly files: Sources;
  readonly locale: Locale;
  /** Of the page with the task. */
  readonly address: string;
};

/** A name for the project's folder and archive: `aggregates-change-password`. */
export const projectName = (exercise: string): string => exercise.replaceAll('/', '-');

/** Every file of the downloaded project, by its path from the project's folder. */
export function projectFiles({ exercise, bundle, parts, files, locale, address }: ProjectContent): Sources {
  const { id, title, given, translations } = exercise;
  const { fixed, plan, tests, checks } = bundle;
  const editable = Object.keys(exercise.starters);
  const told: ProjectExercise = {
    id,
    locale,
    editable,
    given,
    modules: fixed.map(({ path, role }) => ({ path, role })),
    plan,
    tests,
    checks,
    translations,
  };
  const places = {
    name: projectName(id),
    exercise: id,
    title,
    address,
    editable: editable.map((path) => `\`${projectPath(path)}\``).join(', '),
  };
  const own = Object.entries({ ...given, ...files }).map(
    ([path, text]) => [projectPath(path), text] as const,
  );
  const compiled = fixed.map(({ path, code }) => [`hidden/${compiledName(path)}`, code] as const);
  return {
    ...parts,
    'README.md': fill(parts['README.md'] ?? '', places),
    'package.json': fill(parts['package.json'] ?? '', places),
    ...Object.fromEntries([...own, ...compiled]),
    'hidden/exercise.json': `${JSON.stringify(told, null, 2)}\n`,
  };
}
