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
