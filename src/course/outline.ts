import { join } from 'node:path';
import { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { readText } from './files.ts';
import type { Locale } from './locale.ts';
import { parseYaml } from './yaml.ts';

/** Chapters and lessons in teaching order. */
export interface Outline {
  readonly chapters: readonly OutlineChapter[];
}

export interface OutlineChapter {
  readonly id: string;
  readonly title: Record<Locale, string>;
  readonly lessons: readonly OutlineLesson[];
}

export interface OutlineLesson {
  /** `<chapter>/<lesson>`: the folder in content/ and the end of the page's address. */
  readonly id: string;
  readonly title: Record<Locale, string>;
}

export const outlineFile = 'content/outline.yaml';

/**
 * Reads content/outline.yaml, the only place that knows order and titles:
 *
 *     chapters:
 *       - id: aggregates
 *         title: { en: Aggregates that remember what happened, ko: … }
 *         lessons:
 *           - id: aggregate-root
 *             title: { en: Build AggregateRoot, ko: AggregateRoot 만들기 }
 */
export function readOutline(root: string): Outline {
  const text = readText(join(root, outlineFile));
  if (text === undefined)
    throw new AuthorError(outlineFile, 'the file is missing', 'Add the course’s outline.');
  const { chapters } = parseYaml(outlineSchema, { file: outlineFile, text });
  refuseRepeats(chapters.map((chapter) => chapter.id));
  return { chapters: chapters.map(withFullLessonIds) };
}

/** The name of a chapter's, a lesson's or an exercise's folder. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const id = z.string().regex(idPattern, 'an id has small letters, digits and hyphens only');
const words = z.string().trim().min(1, 'the text is empty');
const title = z.strictObject({ en: words, ko: words });
const outlineSchema = z.strictObject({
  chapters: z.array(z.strictObject({ id, title, lessons: z.array(z.strictObject({ id, title })) })),
});

function withFullLessonIds(chapter: z.output<typeof outlineSchema>['chapters'][number]): OutlineChapter {
  const lessons = chapter.lessons.map((lesson) => ({ ...lesson, id: `${chapter.id}/${lesson.id}` }));
  refuseRepeats(lessons.map((lesson) => lesson.id));
  return { ...chapter, lessons };
}

function refuseRepeats(ids: readonly string[]): void {
  const repeated = ids.find((each, index) => ids.indexOf(each) !== index);
  if (repeated !== undefined) {
    throw new AuthorError(outlineFile, `the id ${repeated} stands here twice`, 'Give each its own id.');
  }
}
