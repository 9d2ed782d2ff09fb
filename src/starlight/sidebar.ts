import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Course } from '../course/course.ts';
import type { Lesson } from '../course/lessons.ts';
import type { LibraryExport } from '../course/library-exports.ts';
import { en } from '../i18n/en.ts';
import { ko } from '../i18n/ko.ts';
import { mostLessons } from './shorten-sidebar.ts';

type SidebarItem = NonNullable<StarlightUserConfig['sidebar']>[number];

/**
 * The outline as Starlight's sidebar; each link knows its lesson and, separated by spaces, its exercises. Behind it, in a
 * course too long for every page to show it whole, the page that does; the exercises, the progress, the glossary and the pages of the course library. With drafts of exercises comes a link to their page.
 */
export function sidebarOf(
  { outline, lessons, exercises }: Course,
  library: readonly LibraryExport[],
): SidebarItem[] {
  const chapters = outline.chapters.map(({ id, title }) => ({
    label: title.en,
    translations: { ko: title.ko },
    items: lessons.filter((lesson) => lesson.id.startsWith(`${id}/`)).map(linkTo),
  }));
  const drafts = exercises.some(({ settings }) => settings.draft) ? [linkToDrafts] : [];
  const contents = lessons.length > mostLessons ? [linkToContents] : [];
  return [
    ...chapters,
    ...contents,
    linkToExercises,
    linkToProgress,
    linkToGlossary,
    referenceOf(library),
    ...drafts,
  ];
}

const linkToContents = {
  link: '/contents/',
  label: en['contents.title'],
  translations: { ko: ko['contents.title'] },
};

const linkToExercises = {
  link: '/exercises/',
  label: en['exercises.title'],
  translations: { ko: ko['exercises.title'] },
};

const linkToProgress = {
  link: '/progress/',
  label: en['progress.title'],
  translations: { ko: ko['progress.title'] },
};

const linkToGlossary = {
  link: '/glossary/',
  label: en['glossary.title'],
  translations: { ko: ko['glossary.title'] },
};

function referenceOf(library: readonly LibraryExport[]) {
  const { compare } = new Intl.Collator('en');
  const sorted = library.toSorted((one, other) => compare(one.name, other.name));
  const pages = sorted.map(({ id, name }) => ({
    slug: `reference/${id}`,
    label: name,
    attrs: { 'data-reference': name },
  }));
  const overview = {
    slug: 'reference',
    label: en['reference.overview'],
    translations: { ko: ko['reference.overview'] },
  };
  return {
    label: en['reference.title'],
    translations: { ko: ko['reference.title'] },
    collapsed: true,
    items: [overview, ...pages],
  };
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
