import { join } from 'node:path';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Exercise } from './exercises.ts';
import { filesBelow, readText } from './files.ts';
import { type Locale, locales, perLocale } from './locale.ts';
import { exerciseIds, splitMdx } from './mdx.ts';
import { type Outline, type OutlineLesson, outlineFile } from './outline.ts';

export interface Lesson extends OutlineLesson {
  /** Ids of its exercises in the order in which they stand in the lesson. */
  readonly exercises: readonly string[];
}

/** Every lesson in the outline's order, with its exercises. Throws an AuthorError at the first mistake. */
export function readLessons(root: string, outline: Outline, exercises: readonly Exercise[]): Lesson[] {
  const planned = outline.chapters.flatMap((chapter) => chapter.lessons);
  refuseFilesWithoutPlace(root, planned);
  for (const locale of locales)
    readContent(root, `content/${locale}.mdx`, 'Write the front page in this language.');
  const known = exercises.map((exercise) => exercise.id);
  const lessons = planned.map((lesson) => readLesson(root, lesson, known));
  refuseSharedExercises(lessons);
  refuseExercisesWithoutLesson(lessons, known);
  return lessons;
}

function readLesson(root: string, lesson: OutlineLesson, knownExercises: readonly string[]): Lesson {
  const ids = perLocale((locale) => readExerciseIds(root, lesson.id, locale, knownExercises));
  if (ids.en.join() !== ids.ko.join()) {
    throw new AuthorError(
      fileOf(lesson.id, 'ko'),
      `its exercises are ${listed(ids.ko)} where en.mdx has ${listed(ids.en)}`,
      'Give both languages the same exercises in the same order.',
    );
  }
  return { ...lesson, exercises: ids.en };
}

function readExerciseIds(root: string, lesson: string, locale: Locale, known: readonly string[]): string[] {
  const file = fileOf(lesson, locale);
  const { frontmatter, prose } = splitMdx(
    readContent(root, file, `Write it, or take ${lesson} out of ${outlineFile}.`),
  );
  if (/^title:/m.test(frontmatter)) {
    throw new AuthorError(file, 'has a title of its own', `Titles live in ${outlineFile}: remove it here.`);
  }
  const ids = exerciseIds(file, prose);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return ids;
  throw new AuthorError(
    file,
    `<Exercise id="${unknown}"> names no folder exercises/${unknown}`,
    didYouMean(unknown, known, 'Add the exercise or correct the id.'),
  );
}

function readContent(root: string, file: string, todo: string): string {
  const text = readText(join(root, file));
  if (text === undefined) throw new AuthorError(file, 'the file is missing', todo);
  return text;
}

function refuseFilesWithoutPlace(root: string, planned: readonly OutlineLesson[]): void {
  const expected = new Set([
    ...locales.map((locale) => `content/${locale}.mdx`),
    ...planned.flatMap((lesson) => locales.map((locale) => fileOf(lesson.id, locale))),
  ]);
  const stray = filesBelow(join(root, 'content'))
    .map((path) => `content/${path}`)
    .find((path) => path.endsWith('.mdx') && !expected.has(path));
  if (stray === undefined) return;
  throw new AuthorError(
    stray,
    `the file has no place in ${outlineFile}`,
    'Give it a place there, or delete it.',
  );
}

function refuseSharedExercises(lessons: readonly Lesson[]): void {
  const home = new Map<string, string>();
  for (const lesson of lessons) {
    for (const exercise of lesson.exercises) {
      const other = home.get(exercise);
      if (other !== undefined) {
        throw new AuthorError(
          fileOf(lesson.id, 'en'),
          `<Exercise id="${exercise}"> already stands in ${fileOf(other, 'en')}`,
          'An exercise stands in exactly one place: remove one of the two.',
        );
      }
      home.set(exercise, lesson.id);
    }
  }
}

function refuseExercisesWithoutLesson(lessons: readonly Lesson[], known: readonly string[]): void {
  const placed = new Set(lessons.flatMap((lesson) => lesson.exercises));
  const homeless = known.find((id) => !placed.has(id));
  if (homeless === undefined) return;
  throw new AuthorError(
    `exercises/${homeless}`,
    'the exercise stands in no lesson',
    `Put <Exercise id="${homeless}" /> into a lesson, in both languages, or delete the folder.`,
  );
}

function fileOf(lesson: string, locale: Locale): string {
  return `content/${lesson}/${locale}.mdx`;
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}
