import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from '../course/course.ts';
import type { Lesson } from '../course/lessons.ts';

type SidebarItem = NonNullable<StarlightUserConfig['sidebar']>[number];

/** The outline as Starlight's sidebar; each link knows its lesson and, separated by spaces, its exercises. */
export function sidebarOf({ outline, lessons }: Course): SidebarItem[] {
  return outline.chapters.map(({ id, title }) => ({
    label: title.en,
    translations: { ko: title.ko },
    items: lessons.filter((lesson) => lesson.id.startsWith(`${id}/`)).map(linkTo),
  }));
}

function linkTo({ id, title, exercises }: Lesson) {
  return {
    slug: id,
    label: title.en,
    translations: { ko: title.ko },
    attrs: { 'data-lesson': id, 'data-exercises': exercises.join(' ') },
  };
}
