import type { Entry, Recording } from '../sandbox/recording.ts';
import { shownEntries } from './shown-entries.ts';

/** An entry with what came of it. */
export type Branch = {
  readonly entry: Entry;
  /** Its place in the recording. */
  readonly place: number;
  /** How many assertions the test had made before. */
  readonly step: number;
  readonly branches: readonly Branch[];
};

type Growing = Branch & { readonly branches: Growing[] };

/**
 * Entries under what led to them, and an error under what it ended; read from top to bottom in the order in which they
 * happened. What an earlier fact led to when other things had happened since is under what was under way then.
 * Entries that are not shown are left out.
 */
export function entryTree({ entries, assertedAt = [] }: Recording): readonly Branch[] {
  const ends = new Map(
    entries.flatMap(({ ends: ended }, place) => (ended === undefined ? [] : [[ended, place]])),
  );
  const top: Growing[] = [];
  /** From the top to the latest entry. */
  const path: Growing[] = [];
  for (const place of shownEntries(entries)) {
    const entry = entries[place]!;
    const isUnderWay = (branch: Branch) =>
      branch.entry.kind !== 'began' && (ends.get(branch.place) ?? -1) >= place;
    const ledTo = entry.kind === 'threw' ? entry.ends : entry.cause;
    const cause = path.findLastIndex((branch) => branch.place === ledTo);
    path.length = 1 + (cause >= 0 ? cause : path.findLastIndex(isUnderWay));
    const step = assertedAt.filter((count) => count <= place).length;
    const branch: Growing = { entry, place, step, branches: [] };
    (path.at(-1)?.branches ?? top).push(branch);
    path.push(branch);
  }
  return top;
}
