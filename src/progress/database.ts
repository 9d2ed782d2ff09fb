import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StoreName } from './records.ts';
import { tellTrouble, troubleOf } from './storage-trouble.ts';
import { storagePrefix } from '../site-address.ts';

/**
 * One database per course and site address, `past-tense:<base path>`, so that two sites on one host never meet. Values
 * are what any version of the site wrote; records.ts reads them.
 */
export interface Schema extends DBSchema {
  drafts: { key: string; value: unknown };
  progress: { key: string; value: unknown };
  answers: { key: string; value: unknown };
  quarantine: { key: number; value: SetAside };
}

/** A record that could not be read, kept as it was. */
export type SetAside = {
  readonly store: StoreName;
  readonly key: string;
  readonly record: unknown;
  /** Epoch milliseconds. */
  readonly setAsideAt: number;
};

type Database = IDBPDatabase<Schema>;

const databaseVersion = 3;

let opened: Promise<Database> | undefined;
const losses = new Set<() => void>();

/** Calls back when the browser closed the database, as when the site's data is cleared. Returns what ends that. */
export function onLoss(tell: () => void): () => void {
  losses.add(tell);
  return () => losses.delete(tell);
}

/** Works with the database; rejects where the browser refuses. */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  try {
    return await work(await database());
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    // The connection was closed under us.
    opened = undefined;
    return work(await database());
  }
}

function database(): Promise<Database> {
  if (opened) return opened;
  opened = open();
  opened.catch((error: unknown) => {
    opened = undefined;
    tellTrouble(troubleOf(error));
  });
  return opened;
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = openDB<Schema>(storagePrefix, databaseVersion, {
      // `from` is 0 for a new database. A step stays as it is once a site has it.
      upgrade(upgraded, from, _to, transaction) {
        // Who opens hears of a failure.
        transaction.done.catch(() => undefined);
        if (from < 1) {
          upgraded.createObjectStore('drafts');
          upgraded.createObjectStore('progress');
        }
        if (from < 2) upgraded.createObjectStore('answers');
        if (from < 3) upgraded.createObjectStore('quarantine', { autoIncrement: true });
      },
      // An older tab holds on to it; who waits would wait as long as that tab is open.
      blocked: () => reject(new Error('another tab holds an older version of the database')),
      blocking(_current, newer, event) {
        opened = undefined;
        (event.target as IDBDatabase).close();
        // Without a version it is deleted.
        if (newer !== null) tellTrouble('outdated');
      },
      terminated() {
        opened = undefined;
        for (const tell of losses) tell();
      },
    });
    opening.then(resolve, reject);
  });
}
