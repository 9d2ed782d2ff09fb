import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { AuthorError } from './author-error.ts';
import { copyTemplate } from './copy-template.ts';
import { readText } from './files.ts';
import { type NewId, refuseUnknownChapter, titleFrom } from './new-id.ts';
import { outlineFile, readOutline } from './outline.ts';

/**
 * Makes the folder of a new lesson, a draft, puts it at the end of its chapter in the outline, and returns the paths
 * of the files from the root. Throws an AuthorError if there is such a lesson or no such chapter.
 */
export function newLesson(root: string, newId: NewId): string[] {
  const { id, chapter } = newId;
  const folder = `content/${id}`;
  const { chapters } = readOutline(root);
  refuseUnknownChapter(
    folder,
    chapter,
    chapters.map((each) => each.id),
  );
  const isPlanned = chapters.some(({ lessons }) => lessons.some((lesson) => lesson.id === id));
  if (isPlanned || existsSync(join(root, folder))) {
    throw new AuthorError(folder, 'the lesson exists already', 'Choose another name, or edit that one.');
  }
  const outline = outlineWith(readText(join(root, outlineFile)) ?? '', newId);
  const files = copyTemplate('lesson', root, folder, titleFrom(newId.name));
  writeFileSync(join(root, outlineFile), outline);
  return [...files, outlineFile];
}

/** The outline's text with the lesson at the end of its chapter; comments and the rest stay as they are. */
function outlineWith(text: string, { chapter, name }: NewId): string {
  const document = parseDocument(text);
  const chapters = document.get('chapters');
  const found = isSeq(chapters)
    ? chapters.items.find((item) => isMap(item) && item.get('id') === chapter)
    : undefined;
  const lessons = isMap(found) ? found.get('lessons') : undefined;
  if (!isSeq(lessons))
    throw new AuthorError(outlineFile, `${chapter} has no list of lessons`, 'Add lessons: [].');
  // A list written as [] would stay on one line.
  lessons.flow = false;
  const title = titleFrom(name);
  lessons.add(document.createNode({ id: name, title: { en: title, ko: title } }));
  return document.toString({ lineWidth: 0 });
}
