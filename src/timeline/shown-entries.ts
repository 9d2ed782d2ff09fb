import type { Entry } from '../sandbox/recording.ts';

/**
 * The entries that are seen, each a step. What returned is seen by the end of its bracket, and so is what an error
 * went through after it was seen where it was thrown.
 */
export const shownEntries = (entries: readonly Entry[]): number[] =>
  entries.flatMap((entry, index) =>
    entry.kind === 'returned' || isPassedOn(entry, index, entries) ? [] : [index],
  );

function isPassedOn({ kind, ends, label }: Entry, index: number, entries: readonly Entry[]): boolean {
  if (kind !== 'threw' || ends === undefined) return false;
  return entries
    .slice(ends + 1, index)
    .some((inside) => inside.kind === 'threw' && textOf(inside.label) === textOf(label));
}

/** Words in one language stand for themselves where they are only compared. */
export const textOf = (words: Entry['label']): string => (typeof words === 'string' ? words : words.en);
