import { expect, it } from 'vitest';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { shortenSidebar } from './shorten-sidebar.ts';

type Entry = StarlightRouteData['sidebar'][number];

const link = (label: string, attrs: Record<string, string> = {}): Extract<Entry, { type: 'link' }> => ({
  type: 'link',
  label,
  href: `/en/${label}/`,
  isCurrent: false,
  badge: undefined,
  attrs,
});

/** Chapters of four lessons, of which each has one exercise. */
function course(count: number, current?: string): Entry[] {
  const chapters = Array.from({ length: count }, (_, chapter): Entry => ({
    type: 'group',
    label: `chapter ${chapter}`,
    collapsed: false,
    badge: undefined,
    entries: [1, 2, 3, 4].map((lesson) => {
      const id = `${chapter}/${lesson}`;
      return { ...link(id, { 'data-lesson': id, 'data-exercises': `${id}-e` }), isCurrent: id === current };
    }),
  }));
  const reference: Entry = {
    type: 'group',
    label: 'library',
    collapsed: true,
    badge: undefined,
    entries: [link('reference')],
  };
  return [...chapters, link('glossary'), reference];
}

const labels = (sidebar: readonly Entry[]) => sidebar.map(({ type, label }) => `${type} ${label}`);

it('shows every lesson of a course that is not long', () => {
  expect(shortenSidebar(course(15, '3/2'), undefined)).toEqual(course(15, '3/2'));
});

it('shows of a long course the chapter of the page in full and its neighbours as links', () => {
  const shown = labels(shortenSidebar(course(100, '50/3'), undefined));

  expect(shown).toHaveLength(13 + 2);
  expect(shown.slice(0, 2)).toEqual(['link chapter 44', 'link chapter 45']);
  expect(shown[6]).toBe('group chapter 50');
  expect(shown.slice(12)).toEqual(['link chapter 56', 'link glossary', 'group library']);
});

it.each([
  ['0/1', 'group chapter 0', 'link chapter 12'],
  ['99/4', 'link chapter 87', 'group chapter 99'],
])('shows as many at the ends of the course: %s', (current, first, last) => {
  const shown = labels(shortenSidebar(course(100, current), undefined));

  expect([shown[0], shown[12], shown.length]).toEqual([first, last, 15]);
});

it('opens the chapter of the exercise that a page shows', () => {
  expect(labels(shortenSidebar(course(100), '50/3-e'))).toContain('group chapter 50');
});

it('begins at the first chapter on a page that belongs to none', () => {
  expect(labels(shortenSidebar(course(100), undefined)).slice(0, 2)).toEqual([
    'link chapter 0',
    'link chapter 1',
  ]);
});

it('leads from a chapter to its first lesson, with all its exercises', () => {
  const [chapter] = shortenSidebar(course(100), undefined);

  expect(chapter).toMatchObject({
    label: 'chapter 0',
    href: '/en/0/1/',
    isCurrent: false,
    attrs: { 'data-exercises': '0/1-e 0/2-e 0/3-e 0/4-e' },
  });
  expect(chapter).not.toHaveProperty(['attrs', 'data-lesson']);
});
