import type { Entry } from '../sandbox/recording.ts';

/** An entry with what came of it, by its place in the recording. */
export type Branch = { readonly entry: Entry; readonly place: number; readonly branches: readonly Branch[] };

type Growing = Branch & { readonly branches: Growing[] };

/**
 * Entries under what led to them, read from top to bottom in the order in which they happened. What an earlier fact led
 * to, after that was over, is under what was under way then. `returned` has nothing to say and is left out.
 */
export function entryTree(entries: readonly Entry[]): readonly Branch[] {
  const ends = new Map(
    entries.flatMap(({ ends: ended }, place) => (ended === undefined ? [] : [[ended, place]])),
  );
  const top: Growing[] = [];
  /** From the top to the latest entry. */
  const path: Growing[] = [];
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === 'returned') continue;
    const isUnderWay = (branch: Branch) =>
      branch.entry.kind !== 'began' && (ends.get(branch.place) ?? -1) >= place;
    const ledTo = entry.cause ?? (entry.kind === 'threw' ? entry.ends : undefined);
    const cause = path.findLastIndex((branch) => branch.place === ledTo);
    path.length = 1 + (cause >= 0 ? cause : path.findLastIndex(isUnderWay));
    const branch: Growing = { entry, place, branches: [] };
    (path.at(-1)?.branches ?? top).push(branch);
    path.push(branch);
  }
  return top;
}
