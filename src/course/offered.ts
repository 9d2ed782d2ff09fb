import { type Course, published, readCourse } from './course.ts';
import type { Site } from './site-settings.ts';

/**
 * The course as this site has it: without the chapters that the host leaves out, and without drafts, which only
 * `astro dev` shows.
 */
export function offeredCourse(root: string, site: Site): Course {
  const whole = readCourse(root);
  // Astro sets NODE_ENV before it reads its configuration, unless it is set already.
  return offered(process.env['NODE_ENV'] === 'production' ? published(whole) : whole, site.chapters);
}

/** A course without the lessons of other chapters, and without the exercises that stand only there. */
export function offered(course: Course, chapters: readonly string[] | undefined): Course {
  if (!chapters) return course;
  const lessons = course.lessons.filter(({ id }) => chapters.includes(id.split('/')[0]!));
  const placedElsewhere = course.lessons
    .filter((lesson) => !lessons.includes(lesson))
    .flatMap(({ exercises }) => exercises);
  return {
    outline: { chapters: course.outline.chapters.filter(({ id }) => chapters.includes(id)) },
    lessons,
    exercises: course.exercises.filter(({ id }) => !placedElsewhere.includes(id)),
    glossary: course.glossary.map(({ lesson, ...term }) =>
      lessons.some(({ id }) => id === lesson) ? { ...term, lesson } : term,
    ),
  };
}
