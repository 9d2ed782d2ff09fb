/** All records at once, in one transaction. */
import type { IDBPTransaction } from 'idb';
import { withDatabase, type Schema } from './database.ts';
import { nothing, readRecord, storeNames, type Records, type StoreName } from './records.ts';
import { forgetMemory, setAside, withMemory } from './store.ts';

/** A record that this version of the site cannot read. It is kept, and belongs to a newer version or is damaged. */
export type Unreadable = {
  readonly store: StoreName;
  readonly key: string;
  readonly why: 'newer' | 'broken';
  readonly record: unknown;
};

const everyStore = [...storeNames, 'quarantine'] as const;
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, typeof everyStore, Mode>;

/** Never rejects; where the browser refuses, it is what this page remembers. */
export async function readAll(): Promise<Records> {
  try {
    return withMemory((await readStores()).records);
  } catch {
    return withMemory(nothing);
  }
}

/** What is kept although it cannot be read; never rejects. */
export async function readUnreadable(): Promise<readonly Unreadable[]> {
  try {
    const { inPlace, aside } = await readStores();
    return [...inPlace, ...aside];
  } catch {
    return [];
  }
}

/**
 * Puts what `change` returns in the place of everything readable, in one transaction: all or nothing. Nothing is
 * changed where it returns nothing, and where the browser refuses. What is unreadable stays.
 */
export async function changeAll(
  change: (current: Records) => Records | undefined,
): Promise<'changed' | 'unchanged' | 'refused'> {
  return inOneTransaction(async (transaction) => {
    const { records, inPlace } = await storedIn(transaction);
    const next = change(withMemory(records));
    if (!next) return false;
    await clear(transaction, storeNames);
    for (const name of storeNames) {
      for (const [key, value] of Object.entries(next[name]))
        await transaction.objectStore(name).put(value, key);
    }
    for (const { store, key, record, why } of inPlace) {
      const isFree = why === 'newer' && !Object.hasOwn(next[store], key);
      if (isFree) await transaction.objectStore(store).put(record, key);
      else await transaction.objectStore('quarantine').add(setAside(store, key, record));
    }
    return true;
  });
}

/** Deletes everything, also what is unreadable. */
export async function deleteAll(): Promise<'changed' | 'unchanged' | 'refused'> {
  return inOneTransaction(async (transaction) => {
    await clear(transaction, everyStore);
    return true;
  });
}

type Stored = {
  readonly records: Records;
  readonly inPlace: readonly Unreadable[];
  /** What is in quarantine. */
  readonly aside: readonly Unreadable[];
};

function readStores(): Promise<Stored> {
  return withDatabase((database) => storedIn(database.transaction(everyStore)));
}

async function storedIn(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<Stored> {
  const inPlace: Unreadable[] = [];
  const readStore = async (name: StoreName) => {
    const store = (transaction as Transaction<'readonly'>).objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const readable = keys.flatMap((key, place) => {
      const found = readRecord(name, values[place]);
      if (found.kind === 'read') return [[key, found.record]];
      inPlace.push({ store: name, key, why: found.kind, record: values[place] });
      return [];
    });
    return [name, Object.fromEntries(readable)];
  };
  const records = Object.fromEntries(await Promise.all(storeNames.map(readStore))) as Records;
  const quarantined = await (transaction as Transaction<'readonly'>).objectStore('quarantine').getAll();
  const aside = quarantined.map(({ store, key, record }) => {
    const why = readRecord(store, record).kind === 'newer' ? 'newer' : 'broken';
    return { store, key, why, record } as const;
  });
  return { records, inPlace, aside };
}

async function clear(
  transaction: Transaction<'readwrite'>,
  names: readonly (typeof everyStore)[number][],
): Promise<void> {
  for (const name of names) await transaction.objectStore(name).clear();
}

/** `work` says whether it changed anything. */
async function inOneTransaction(
  work: (transaction: Transaction<'readwrite'>) => Promise<boolean>,
): Promise<'changed' | 'unchanged' | 'refused'> {
  try {
    const isChanged = await withDatabase(async (database) => {
      const transaction = database.transaction(everyStore, 'readwrite');
      // Awaited only below; it may reject before.
      transaction.done.catch(() => undefined);
      try {
        const worked = await work(transaction);
        await transaction.done;
        return worked;
      } catch (error) {
        // A value that cannot be stored throws before there is a request; the rest would be committed.
        abort(transaction);
        throw error;
      }
    });
    if (isChanged) forgetMemory();
    return isChanged ? 'changed' : 'unchanged';
  } catch {
    return 'refused';
  }
}

function abort(transaction: Transaction<'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // It failed by itself.
  }
}
