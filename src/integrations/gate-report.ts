import { AuthorError } from '../course/author-error.ts';
import { readExercises } from '../course/exercises.ts';
import { checkExercise } from './check-exercise.ts';
import { librarySources } from './library-sources.ts';

/** What the gate says about an exercise, for its author in `astro dev`. */
export type GateReport = { readonly complaints: readonly string[] };

export async function gateReport(root: string, id: string): Promise<GateReport> {
  try {
    const exercise = readExercises(root).find((each) => each.id === id);
    if (!exercise) return { complaints: [`exercises/${id}: there is no such exercise.`] };
    return await checkExercise(root, exercise, librarySources(root));
  } catch (error) {
    if (error instanceof AuthorError) return { complaints: [error.message] };
    throw error;
  }
}
