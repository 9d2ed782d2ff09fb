import type { ClassWords } from '../i18n/class.ts';
import type { Standing } from '../progress/standing.ts';

/** A chapter of the course, with the ids of its exercises. */
export type Chapter = { readonly title: string; readonly exercises: readonly string[] };

/** A column beside the learner's name. `most` is how many exercises there are; a time is in epoch milliseconds. */
export type Column = {
  readonly title: string;
  readonly value: (standing: Standing) => number | undefined;
} & ({ readonly kind: 'count'; readonly most: number } | { readonly kind: 'part' | 'time' });

/** Without solutions in the site, nobody passes after seeing one. */
export function classColumns(
  chapters: readonly Chapter[],
  words: ClassWords,
  hasSolutions: boolean,
): Column[] {
  const most = chapters.reduce((sum, { exercises }) => sum + exercises.length, 0);
  const helped: Column = { title: words.helped, kind: 'part', value: (standing) => standing.helped };
  return [
    { title: words.passed, kind: 'count', most, value: ({ passed }) => passed },
    ...(hasSolutions ? [helped] : []),
    { title: words.begun, kind: 'part', value: ({ begun }) => begun },
    { title: words['last-change'], kind: 'time', value: ({ lastChange }) => lastChange },
    ...chapters.map(({ title, exercises }, place): Column => ({
      title,
      kind: 'count',
      most: exercises.length,
      value: (standing) => standing.chapters[place],
    })),
    { title: words.exported, kind: 'time', value: ({ exportedAt }) => exportedAt },
  ];
}

/** The table as rows of a CSV file: a title each, then the learners. Times are of ISO 8601. */
export function csvRows(
  learners: readonly (readonly [label: string, standing: Standing])[],
  columns: readonly Column[],
  words: ClassWords,
): (string | number)[][] {
  const titles = columns.map((column) =>
    column.kind === 'count' ? `${column.title} (/ ${column.most})` : column.title,
  );
  const rows = learners.map(([label, standing]) => [
    label,
    ...columns.map(({ kind, value }) => {
      const known = value(standing);
      if (known === undefined) return '';
      return kind === 'time' ? new Date(known).toISOString() : known;
    }),
  ]);
  return [[words.learner, ...titles], ...rows];
}
