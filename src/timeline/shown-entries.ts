import type { Entry } from '../sandbox/recording.ts';

/**
 * The entries that are seen, each a step. What returned is seen by the end of its bracket, and so is what an error
 * went through after it was seen where it was thrown, or a crash where the process died.
 */
export const shownEntries = (entries: readonly Entry[]): number[] =>
  entries.flatMap((entry, index) =>
    entry.kind === 'returned' || isPassedOn(entry, index, entries) ? [] : [index],
  );

function isPassedOn({ kind, ends, label }: Entry, index: number, entries: readonly Entry[]): boolean {
  if (kind !== 'threw' || ends === undefined) return false;
  if (crashThatEnded(index, entries) !== undefined) return true;
  return entries
    .slice(ends + 1, index)
    .some((inside) => inside.kind === 'threw' && textOf(inside.label) === textOf(label));
}

/** Of an entry that tells that a SimulatedCrash ended another one: where the process died, inside of that. */
export function crashThatEnded(index: number, entries: readonly Entry[]): number | undefined {
  const { kind, ends, label } = entries[index]!;
  if (kind !== 'threw' || ends === undefined || !textOf(label).startsWith('SimulatedCrash:'))
    return undefined;
  const crash = entries.slice(0, index).findLastIndex((inside) => inside.kind === 'crash');
  return crash > ends ? crash : undefined;
}

/** Words in one language stand for themselves where they are only compared. */
export const textOf = (words: Entry['label']): string => (typeof words === 'string' ? words : words.en);
