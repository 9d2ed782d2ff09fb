import { type Exercise, readExercises } from './exercises.ts';
import { type Lesson, readLessons } from './lessons.ts';
import { type Outline, readOutline } from './outline.ts';

/** Everything that content/ and exercises/ say, validated as a whole. */
export interface Course {
  readonly outline: Outline;
  /** In the outline's order. */
  readonly lessons: readonly Lesson[];
  /** Sorted by id. */
  readonly exercises: readonly Exercise[];
}

/**
 * Reads the course below the project root (an absolute path).
 * Throws an AuthorError that names the file, what was found and what to do.
 */
export function readCourse(root: string): Course {
  const outline = readOutline(root);
  const exercises = readExercises(root);
  return { outline, exercises, lessons: readLessons(root, outline, exercises) };
}

/** The course without its drafts, and without what stands only in a draft: as the build shows it. */
export function published({ outline, lessons, exercises }: Course): Course {
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
  };
}
