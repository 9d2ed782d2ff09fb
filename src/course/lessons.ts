import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { AuthorError } from './author-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Exercise } from './exercises.ts';
import { filesBelow, readText } from './files.ts';
import { type Locale, locales, perLocale } from './locale.ts';
import { exerciseIds, splitMdx } from './mdx.ts';
import { type Outline, type OutlineLesson, outlineFile } from './outline.ts';

export interface Lesson extends OutlineLesson {
  /** Its files say `draft: true`: it is shown while developing and is absent from the build. */
  readonly draft: boolean;
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
  refuseExercisesWithoutLesson(lessons, exercises);
  return lessons;
}

function readLesson(root: string, lesson: OutlineLesson, knownExercises: readonly string[]): Lesson {
  const { en, ko } = perLocale((locale) => readLessonText(root, lesson.id, locale, knownExercises));
  if (en.exercises.join() !== ko.exercises.join()) {
    throw new AuthorError(
      fileOf(lesson.id, 'ko'),
      `its exercises are ${listed(ko.exercises)} where en.mdx has ${listed(en.exercises)}`,
      'Give both languages the same exercises in the same order.',
    );
  }
  if (en.draft !== ko.draft) {
    throw new AuthorError(
      fileOf(lesson.id, 'ko'),
      ko.draft ? 'is a draft where en.mdx is none' : 'is no draft where en.mdx is one',
      'Write draft: true into the frontmatter of both languages, or of none.',
    );
  }
  return { ...lesson, ...en };
}

function readLessonText(
  root: string,
  lesson: string,
  locale: Locale,
  known: readonly string[],
): Pick<Lesson, 'draft' | 'exercises'> {
  const file = fileOf(lesson, locale);
  const { frontmatter, prose } = splitMdx(
    readContent(root, file, `Write it, or take ${lesson} out of ${outlineFile}.`),
  );
  if (/^title:/m.test(frontmatter)) {
    throw new AuthorError(file, 'has a title of its own', `Titles live in ${outlineFile}: remove it here.`);
  }
  const exercises = exerciseIds(file, prose);
  const unknown = exercises.find((id) => !known.includes(id));
  if (unknown === undefined) return { draft: parseDocument(frontmatter).get('draft') === true, exercises };
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

function refuseExercisesWithoutLesson(lessons: readonly Lesson[], exercises: readonly Exercise[]): void {
  const placed = new Set(lessons.flatMap((lesson) => lesson.exercises));
  const homeless = exercises.find(({ id, settings }) => !settings.draft && !placed.has(id));
  if (homeless === undefined) return;
  throw new AuthorError(
    homeless.folder,
    'the exercise stands in no lesson',
    `Put <Exercise id="${homeless.id}" /> into a lesson, in both languages, or delete the folder.`,
  );
}

function fileOf(lesson: string, locale: Locale): string {
  return `content/${lesson}/${locale}.mdx`;
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.join(', ');
}
