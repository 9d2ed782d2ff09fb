import { type Exercise, readExercises } from './exercises.ts';
import { type GlossaryTerm, readGlossary, refuseUnknownLessons } from './glossary.ts';
import { type Lesson, readLessons } from './lessons.ts';
import { refuseDeadLinks } from './links.ts';
import { oncePerBuild } from './once-per-build.ts';
import { type Outline, readOutline } from './outline.ts';

/** Everything that content/ and exercises/ say, validated as a whole. */
export interface Course {
  readonly outline: Outline;
  /** In the outline's order. */
  readonly lessons: readonly Lesson[];
  /** Sorted by id. */
  readonly exercises: readonly Exercise[];
  /** In the order of the file. */
  readonly glossary: readonly GlossaryTerm[];
}

/**
 * Reads the course below the project root (an absolute path).
 * Throws an AuthorError that names the file, what was found and what to do.
 */
export const readCourse = oncePerBuild((root: string): Course => {
  const outline = readOutline(root);
  const exercises = readExercises(root);
  const lessons = readLessons(root, outline, exercises);
  const glossary = readGlossary(root);
  refuseUnknownLessons(glossary, outline);
  refuseDeadLinks(root, lessons, glossary);
  return { outline, exercises, lessons, glossary };
});

/** The course without its drafts, and without what stands only in a draft: as the build shows it. */
export function published({ outline, lessons, exercises, glossary }: Course): Course {
  const finished = exercises.filter(({ settings }) => !settings.draft).map(({ id }) => id);
  const shown = lessons
    .filter(({ draft }) => !draft)
    .map((lesson) => ({ ...lesson, exercises: lesson.exercises.filter((id) => finished.includes(id)) }));
  const chapters = outline.chapters.map((chapter) => ({
    ...chapter,
    lessons: chapter.lessons.filter(({ id }) => shown.some((lesson) => lesson.id === id)),
  }));
  return {
    outline: { chapters: chapters.filter((chapter) => chapter.lessons.length > 0) },
    lessons: shown,
    exercises: exercises.filter(({ id }) => shown.some((lesson) => lesson.exercises.includes(id))),
    glossary: glossary.map(({ lesson, ...term }) =>
      shown.some(({ id }) => id === lesson) ? { ...term, lesson } : term,
    ),
  };
}
