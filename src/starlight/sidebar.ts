import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from '../course/course.ts';
import type { Lesson } from '../course/lessons.ts';
import { en } from '../i18n/en.ts';
import { ko } from '../i18n/ko.ts';

type SidebarItem = NonNullable<StarlightUserConfig['sidebar']>[number];

/**
 * The outline as Starlight's sidebar; each link knows its lesson and, separated by spaces, its exercises. With drafts
 * of exercises comes a link to their page.
 */
export function sidebarOf({ outline, lessons, exercises }: Course): SidebarItem[] {
  const chapters = outline.chapters.map(({ id, title }) => ({
    label: title.en,
    translations: { ko: title.ko },
    items: lessons.filter((lesson) => lesson.id.startsWith(`${id}/`)).map(linkTo),
  }));
  return exercises.some(({ settings }) => settings.draft) ? [...chapters, linkToDrafts] : chapters;
}

function linkTo({ id, title, draft, exercises }: Lesson) {
  return {
    slug: id,
    label: title.en,
    translations: { ko: title.ko },
    attrs: { 'data-lesson': id, 'data-exercises': exercises.join(' ') },
    ...(draft ? { badge: draftBadge } : {}),
  };
}

const draftBadge = {
  text: { en: en['draft.label'], ko: ko['draft.label'] },
  variant: 'caution' as const,
};

const linkToDrafts = {
  link: '/drafts/',
  label: en['draft.exercises'],
  translations: { ko: ko['draft.exercises'] },
  badge: draftBadge,
};
