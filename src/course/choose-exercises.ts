import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Exercise } from './exercises.ts';

/** The exercises of the given ids, or all but the drafts when none is given. Throws an AuthorError for an id that is none. */
export function chooseExercises(exercises: readonly Exercise[], ids: readonly string[]): readonly Exercise[] {
  const known = exercises.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new AuthorError(
      `exercises/${unknown}`,
      'there is no such exercise',
      didYouMean(unknown, known, `There are ${known.join(', ')}.`),
    );
  }
  return exercises.filter(({ id, settings }) => (ids.length === 0 ? !settings.draft : ids.includes(id)));
}
