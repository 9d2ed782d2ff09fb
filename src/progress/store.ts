/**
 * The records of a learner in the database. What the browser refuses lasts in memory until the page is left, and is
 * stored when it stores again. Nothing that cannot be read is deleted: a record of a wrong shape goes to `quarantine`,
 * and one of a newer version stays as it is.
 */
import { withDatabase, type SetAside } from './database.ts';
import {
  readRecord,
  storeNames,
  type Draft,
  type RecordOf,
  type Records,
  type StoreName,
} from './records.ts';
import { tellTrouble, troubleOf } from './storage-trouble.ts';

const memory: { readonly [Name in StoreName]: Map<string, RecordOf<Name>> } = {
  drafts: new Map(),
  progress: new Map(),
  answers: new Map(),
};

/** The record, or nothing; never rejects. */
export async function read<Name extends StoreName>(
  store: Name,
  key: string,
): Promise<RecordOf<Name> | undefined> {
  return memory[store].get(key) ?? (await readStored(store, key));
}

/** As `read`, without what is only in this page's memory. */
export async function readStored<Name extends StoreName>(
  store: Name,
  key: string,
): Promise<RecordOf<Name> | undefined> {
  try {
    const raw = await withDatabase((database) => database.get(store, key));
    const found = raw === undefined ? undefined : readRecord(store, raw);
    if (found?.kind === 'newer') tellTrouble('outdated');
    if (found?.kind === 'broken') await change(store, key, () => undefined);
    return found?.kind === 'read' ? found.record : undefined;
  } catch {
    return undefined;
  }
}

export async function keysOf(store: StoreName): Promise<string[]> {
  const kept = [...memory[store].keys()];
  try {
    return [...new Set([...kept, ...(await withDatabase((database) => database.getAllKeys(store)))])];
  } catch {
    return kept;
  }
}

/** Stores the record. `memory` means that the browser refused and the record lasts only until the page is left. */
export function write<Name extends StoreName>(
  store: Name,
  key: string,
  value: RecordOf<Name>,
): Promise<'stored' | 'memory'> {
  return update(store, key, () => value);
}

/** Stores what `make` makes of the record; no other tab writes in between. `undefined` leaves it as it is. */
export async function update<Name extends StoreName>(
  store: Name,
  key: string,
  make: (known: RecordOf<Name> | undefined) => RecordOf<Name> | undefined,
): Promise<'stored' | 'memory'> {
  const kept = memory[store].get(key);
  let seen = false;
  let made: RecordOf<Name> | undefined;
  try {
    await change(store, key, (stored) => {
      seen = true;
      made = make(kept ?? stored);
      return made ?? kept;
    });
    await settle(store, key);
    return 'stored';
  } catch (error) {
    // What was read before the browser refused is not to be forgotten.
    if (!seen) made = make(kept);
    if (made !== undefined) memory[store].set(key, made);
    tellTrouble(troubleOf(error));
    return 'memory';
  }
}

export type SavedDraft =
  | { readonly kind: 'stored'; readonly rev: number }
  /** Another tab stored `other` in between; nothing was written. */
  | { readonly kind: 'conflict'; readonly other: Draft }
  | { readonly kind: 'memory' };

/** Stores a draft whose `rev` is that of the stored one it was made from, 0 for none. */
export async function saveDraft(exercise: string, draft: Draft): Promise<SavedDraft> {
  let other: Draft | undefined;
  const next = { ...draft, rev: draft.rev + 1 };
  try {
    await change('drafts', exercise, (stored) => {
      other = stored && stored.rev !== draft.rev ? stored : undefined;
      return other ? undefined : next;
    });
  } catch (error) {
    memory.drafts.set(exercise, draft);
    tellTrouble(troubleOf(error));
    return { kind: 'memory' };
  }
  await settle('drafts', exercise);
  return other ? { kind: 'conflict', other } : { kind: 'stored', rev: next.rev };
}

/** Reads and writes one record in one transaction. Rejects when the browser refuses or the record is newer. */
async function change<Name extends StoreName>(
  store: Name,
  key: string,
  make: (stored: RecordOf<Name> | undefined) => RecordOf<Name> | undefined,
): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction([store, 'quarantine'], 'readwrite');
    // Awaited only below; it may reject before.
    transaction.done.catch(() => undefined);
    const records = transaction.objectStore(store);
    const raw = await records.get(key);
    const found = raw === undefined ? undefined : readRecord(store, raw);
    if (found?.kind === 'newer') throw new DOMException('written by a newer version', 'VersionError');
    if (found?.kind === 'broken') {
      await transaction.objectStore('quarantine').add(setAside(store, key, raw));
      await records.delete(key);
    }
    const made = make(found?.kind === 'read' ? found.record : undefined);
    if (made !== undefined) await records.put(made, key);
    await transaction.done;
  });
}

/** The record is stored; so may be what had to wait. */
async function settle(store: StoreName, key: string): Promise<void> {
  memory[store].delete(key);
  for (const name of ['progress', 'answers'] as const) {
    const waiting = [...memory[name].keys()][0];
    if (waiting !== undefined) return void (await update(name, waiting, () => undefined));
  }
  if (memory.drafts.size === 0) tellTrouble(undefined);
}

export const setAside = (store: StoreName, key: string, record: unknown): SetAside => ({
  store,
  key,
  record,
  setAsideAt: Date.now(),
});

/** Forgets what is only in this page's memory. */
export function forgetMemory(): void {
  for (const name of storeNames) memory[name].clear();
}

/** What is stored, with what only this page knows in its place. */
export const withMemory = ({ drafts, progress, answers }: Records): Records => ({
  drafts: { ...drafts, ...Object.fromEntries(memory.drafts) },
  progress: { ...progress, ...Object.fromEntries(memory.progress) },
  answers: { ...answers, ...Object.fromEntries(memory.answers) },
});
