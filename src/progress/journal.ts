import { readRecord, sameRecord, type Draft } from './records.ts';
import { storagePrefix } from '../site-address.ts';

/**
 * Drafts that the database does not have: written when the page is left, and while two tabs' drafts wait for the
 * learner's choice. In `localStorage`, because it is written at once. One entry per exercise and tab, deleted as soon
 * as the database has it:
 *
 *     past-tense:<base path>:journal:aggregates/change-password#k3f9   { draft: { v: 2, … }, sent: 1760000000000 }
 *
 * The first version of this site wrote a draft of version 1 under the key without `#`.
 */
export type Entry = {
  readonly key: string;
  /** Its `rev` is that of the stored draft it was made from. */
  readonly draft: Draft;
  /** `updatedAt` of what was being stored when the page was left. */
  readonly sent?: number | undefined;
};

const prefix = `${storagePrefix}:journal:`;

/** The key of this page's entry for an exercise. */
export const ownKey = (exercise: string): string =>
  `${prefix}${exercise}#${Math.random().toString(36).slice(2, 8)}`;

/** Says whether it is written. */
export function writeDown({ key, draft, sent }: Entry): boolean {
  return (
    quietly(() => {
      localStorage.setItem(key, JSON.stringify({ draft, sent }));
      return true;
    }) ?? false
  );
}

/** The readable entries of an exercise, the newest first. */
export function recall(exercise: string): readonly Entry[] {
  return journaled()
    .flatMap(([each, entry]) => (each === exercise ? [entry] : []))
    .toSorted((one, other) => other.draft.updatedAt - one.draft.updatedAt);
}

export function forget(key: string): void {
  quietly(() => localStorage.removeItem(key));
}

/** Every readable entry. */
export function journaled(): readonly (readonly [exercise: string, entry: Entry])[] {
  return keys().flatMap((key) => {
    const entry = quietly(() => readEntry(key, localStorage.getItem(key)));
    return entry ? [[key.slice(prefix.length).split('#')[0]!, entry] as const] : [];
  });
}

export function forgetAll(): void {
  for (const key of keys()) forget(key);
}

/**
 * What is to become of an entry. `had`: the stored draft says the same, or is newer and made from it. `next`: it
 * follows the stored draft. `conflict`: another tab stored something else in between.
 */
export function compareWithStored(
  { draft, sent }: Entry,
  stored: Draft | undefined,
): 'had' | 'next' | 'conflict' {
  if (!stored) return 'next';
  if (sameRecord(stored.files, draft.files)) return 'had';
  // Version 1 did not count; there the later one is newer.
  if (stored.rev === 0) return draft.updatedAt > stored.updatedAt ? 'next' : 'had';
  return draft.rev === stored.rev || sent === stored.updatedAt ? 'next' : 'conflict';
}

function keys(): string[] {
  return quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
}

function readEntry(key: string, text: string | null): Entry | undefined {
  const entry = JSON.parse(text ?? 'null') as { draft?: unknown; sent?: unknown } | null;
  const found = readRecord('drafts', entry?.draft ?? entry);
  const sent = typeof entry?.sent === 'number' ? entry.sent : undefined;
  return found.kind === 'read' ? { key, draft: found.record, sent } : undefined;
}

/** Storage that is blocked or full throws; then there is no journal. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
