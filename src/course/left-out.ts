import type { Course } from './course.ts';

/** A file of the course, by its path from the project root, and a link in it. */
interface LinkIn {
  readonly file: string;
  readonly link: string;
}

/**
 * Whether a link of a lesson or an exercise leads to a lesson, or to an exercise's page, that `whole` has and the offered course
 * has not.
 */
export function leftOutLinks(whole: Course, { lessons }: Course): (place: LinkIn) => boolean {
  const pagesOf = (of: Course['lessons']) =>
    of.flatMap(({ id, exercises }) => [id, ...exercises.map((exercise) => `exercises/${exercise}`)]);
  const offered = pagesOf(lessons);
  const leftOut = new Set(pagesOf(whole.lessons).filter((page) => !offered.includes(page)));
  // The links of an exercise start on the page of its lesson.
  const homes = new Map<string, string>(
    whole.lessons.flatMap(({ id, exercises }) => [
      [`content/${id}`, id] as const,
      ...exercises.map((exercise) => [`exercises/${exercise}`, id] as const),
    ]),
  );
  return ({ file, link }) => {
    const home = homes.get(file.replace(/\/[^/]*$/, '')) ?? '';
    if (/^([a-z][a-z\d+.-]*:|\/|#)/i.test(link)) return false;
    // `any` stands for the language.
    const { pathname } = new URL(link, `https://course.invalid/any/${home}${home && '/'}`);
    return leftOut.has(pathname.replace(/^\/[^/]*\/|\/$/g, ''));
  };
}
