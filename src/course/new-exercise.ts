import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorError } from './author-error.ts';
import { copyTemplate } from './copy-template.ts';
import { foldersIn } from './files.ts';
import { type NewId, refuseUnknownChapter, titleFrom } from './new-id.ts';
import { readOutline } from './outline.ts';

/**
 * Makes the folder of a new exercise, a draft that the gate accepts, and returns the paths of its files from the
 * root. Throws an AuthorError if there is such a folder, or no such chapter in the outline or in exercises/.
 */
export function newExercise(root: string, { id, chapter, name }: NewId): string[] {
  const folder = `exercises/${id}`;
  if (chapter === 'library') {
    throw new AuthorError(folder, 'exercises/library is the course library', 'Name a chapter.');
  }
  const chapters = [
    ...readOutline(root).chapters.map((each) => each.id),
    ...foldersIn(join(root, 'exercises')).filter((each) => each !== 'library'),
  ];
  refuseUnknownChapter(folder, chapter, [...new Set(chapters)]);
  if (existsSync(join(root, folder))) {
    throw new AuthorError(folder, 'the exercise exists already', 'Choose another name, or edit that one.');
  }
  return copyTemplate('exercise', root, folder, titleFrom(name));
}
