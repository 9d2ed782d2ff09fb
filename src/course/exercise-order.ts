import type { Course } from './course.ts';
import type { Exercise } from './exercises.ts';
import type { Lesson } from './lessons.ts';
import type { Locale } from './locale.ts';

/** An exercise and where it stands in the course. */
export interface PlacedExercise {
  readonly exercise: Exercise;
  readonly lesson: Lesson;
}

/** The exercises in the order in which a learner meets them. */
export function exercisesInOrder({ lessons, exercises }: Course): PlacedExercise[] {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return lessons.flatMap((lesson) => lesson.exercises.map((id) => ({ exercise: byId.get(id)!, lesson })));
}

export interface ChapterExercises {
  readonly id: string;
  readonly title: Record<Locale, string>;
  readonly lessons: readonly { readonly lesson: Lesson; readonly exercises: readonly Exercise[] }[];
}

/** The same by chapter and lesson, without those that have none. */
export function exercisesByChapter(course: Course): ChapterExercises[] {
  const placed = exercisesInOrder(course);
  return course.outline.chapters
    .map(({ id, title }) => ({
      id,
      title,
      lessons: course.lessons
        .filter((lesson) => lesson.id.startsWith(`${id}/`) && lesson.exercises.length > 0)
        .map((lesson) => ({
          lesson,
          exercises: placed.filter((each) => each.lesson === lesson).map(({ exercise }) => exercise),
        })),
    }))
    .filter(({ lessons }) => lessons.length > 0);
}
