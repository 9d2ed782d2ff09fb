import type { Sources } from '../compiler/build-options.ts';
import type { Locale } from '../i18n/locale.ts';
import { saveFile } from '../progress/save-file.ts';
import { writeArchive } from '../sharing/archive.ts';
import { linkPrefix, writeCodeLink } from '../sharing/code-link.ts';
import { fetchJson } from './engine.ts';
import type { ExerciseBundle, WorkbenchExercise, WorkbenchFiles } from './exercise-bundle.ts';
import { projectFiles, projectName } from './project-files.ts';

/** The page on which a link opens an exercise. */
export const exercisePage = (): URL => new URL(location.pathname, location.origin);

/** A link to these files; nothing if it would be too long. */
export async function linkTo(exercise: string, files: Sources): Promise<string | undefined> {
  const data = await writeCodeLink(exercise, files);
  return data === undefined ? undefined : `${exercisePage().href}${linkPrefix}${data}`;
}

/** Saves the project with these files on the learner's computer. Rejects if a part of it cannot be loaded. */
export async function downloadProject(
  exercise: WorkbenchExercise,
  urls: WorkbenchFiles,
  files: Sources,
  locale: Locale,
): Promise<void> {
  const [bundle, parts] = await Promise.all([
    fetchJson<ExerciseBundle>(urls.bundle),
    fetchJson<Sources>(urls.project),
  ]);
  const name = projectName(exercise.id);
  const address = `${exercisePage().href}#exercise-${name}`;
  const archive = writeArchive(name, projectFiles({ exercise, bundle, parts, files, locale, address }));
  saveFile(`${name}.zip`, new Blob([archive], { type: 'application/zip' }));
}
