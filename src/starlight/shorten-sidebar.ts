import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
type Group = Extract<Entry, { type: 'group' }>;
type Link = Extract<Entry, { type: 'link' }>;

/** Up to here a page shows every lesson: an eye takes them in, and they weigh less than a lesson's text. */
export const mostLessons = 60;

/** Chapters that are shown beside that of the page. */
const mostNeighbours = 12;

/**
 * The sidebar of a page, whose size does not depend on that of the course: of a long one it shows the chapter of the
 * page with its lessons, the nearest of the others as links to their first lessons, and no lesson more. `exercise` is the id of the
 * exercise that the page shows, if it is not a lesson. A link to a chapter knows its exercises, as that of a lesson does.
 */
export function shortenSidebar(sidebar: readonly Entry[], exercise: string | undefined): Entry[] {
  const chapters = sidebar.filter(isChapter);
  if (chapters.flatMap(({ entries }) => entries).length <= mostLessons) return [...sidebar];
  const current = chapters.findIndex((chapter) =>
    chapter.entries.some(
      (entry) =>
        entry.type === 'link' && (entry.isCurrent || (exercise && exercisesOf(entry).includes(exercise))),
    ),
  );
  const from = Math.max(0, Math.min(current - mostNeighbours / 2, chapters.length - 1 - mostNeighbours));
  const shown = chapters.slice(from, from + mostNeighbours + 1);
  return sidebar.flatMap((entry): Entry | Entry[] => {
    if (!isChapter(entry) || entry === chapters[current]) return entry;
    return shown.includes(entry) ? linkTo(entry) : [];
  });
}

/** Its links are made by sidebar.ts. */
function isChapter(entry: Entry): entry is Group {
  if (entry.type !== 'group') return false;
  const [first] = entry.entries;
  return first?.type === 'link' && first.attrs['data-lesson'] !== undefined;
}

function linkTo({ label, entries }: Group): Link {
  const lessons = entries.filter((entry) => entry.type === 'link');
  const exercises = lessons.flatMap(exercisesOf);
  return {
    ...lessons[0]!,
    label,
    badge: undefined,
    isCurrent: false,
    attrs: { 'data-exercises': exercises.join(' ') },
  };
}

const exercisesOf = ({ attrs }: Link): string[] =>
  String(attrs['data-exercises'] ?? '')
    .split(' ')
    .filter(Boolean);
