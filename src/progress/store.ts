import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * What the browser remembers of a learner. One database per site address, `past-tense:<base path>`.
 *
 *     drafts    key "aggregates/change-password"
 *               { v: 1, files: { "./user.ts": "…" }, beforeReset?: { "./user.ts": "…" }, updatedAt: 1760000000000 }
 *     progress  key "aggregates/change-password"
 *               { v: 2, passedAt?: 1760000300000, hintsAt?: [1760000100000], solutionAt?: 1760000200000 }
 *               or, written by the first version of this site, { v: 1, passedAt: 1760000000000 }
 *     answers   key "a3f1…", the hash of a question's content
 *               { v: 1, chosen: [0, 2], right: false, answeredAt: 1760000000000 }
 *
 * Exercise ids are stable, so records survive a reordering of the course; a record of an exercise that is gone, or of
 * a question that was edited, stays.
 */
export type Draft = {
  readonly v: 1;
  readonly files: Readonly<Record<string, string>>;
  /** What the files were when the learner reset them; until the next edit that can be undone. */
  readonly beforeReset?: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
};

/** Of each thing the first time counts, in epoch milliseconds. A record does not mean that the exercise was passed. */
export type Progress = {
  /** In 1 there is only `passedAt`, and nothing is known of help. */
  readonly v: 1 | 2;
  readonly passedAt?: number;
  /** When each hint was opened, in the order of the hints. */
  readonly hintsAt?: readonly number[];
  /** When the official solution was opened. */
  readonly solutionAt?: number;
};

/** The last answer to a question. */
export type Answer = {
  readonly v: 1;
  /** Places of the chosen answers in the question, from 0, ascending. */
  readonly chosen: readonly number[];
  readonly right: boolean;
  /** Epoch milliseconds. */
  readonly answeredAt: number;
};

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
  progress: { key: string; value: Progress };
  answers: { key: string; value: Answer };
}

export type StoreName = 'drafts' | 'progress' | 'answers';

type Value<Name extends StoreName> = Schema[Name]['value'];

/** What cannot be stored is kept here, until the page is left. */
const memory: { [Name in StoreName]: Map<string, Value<Name>> } = {
  drafts: new Map(),
  progress: new Map(),
  answers: new Map(),
};

const databaseVersion = 2;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(`past-tense:${import.meta.env.BASE_URL}`, databaseVersion, {
    // `from` is 0 for a new database. A step stays as it is once a site has it.
    upgrade(upgraded, from) {
      if (from < 1) {
        upgraded.createObjectStore('drafts');
        upgraded.createObjectStore('progress');
      }
      if (from < 2) upgraded.createObjectStore('answers');
    },
    // Another tab wants a newer version: let it, and ask again when there is something to store.
    blocking(_current, _blocked, event) {
      opened = undefined;
      (event.target as IDBDatabase).close();
    },
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** The record, or nothing; never rejects. */
export async function read<Name extends StoreName>(
  store: Name,
  key: string,
): Promise<Value<Name> | undefined> {
  const kept = memory[store].get(key);
  if (kept !== undefined) return kept;
  try {
    return await (await database()).get(store, key);
  } catch {
    return undefined;
  }
}

export async function keysOf(store: StoreName): Promise<string[]> {
  const kept = [...memory[store].keys()];
  try {
    return [...new Set([...kept, ...(await (await database()).getAllKeys(store))])];
  } catch {
    return kept;
  }
}

/** Stores the record. `memory` means that the browser refused and the record lasts only until the page is left. */
export async function write<Name extends StoreName>(
  store: Name,
  key: string,
  value: Value<Name>,
): Promise<'stored' | 'memory'> {
  try {
    await (await database()).put(store, value, key);
    memory[store].delete(key);
    return 'stored';
  } catch {
    memory[store].set(key, value);
    return 'memory';
  }
}

/** Stores what `change` makes of the record; no other tab writes in between. `undefined` leaves it as it is. */
export async function update<Name extends StoreName>(
  store: Name,
  key: string,
  change: (known: Value<Name> | undefined) => Value<Name> | undefined,
): Promise<'stored' | 'memory'> {
  const kept = memory[store].get(key);
  try {
    const transaction = (await database()).transaction(store, 'readwrite');
    const changed = change(kept ?? (await transaction.store.get(key)));
    if (changed !== undefined) await transaction.store.put(changed, key);
    await transaction.done;
    if (changed !== undefined) memory[store].delete(key);
    return 'stored';
  } catch {
    const changed = change(kept);
    if (changed !== undefined) memory[store].set(key, changed);
    return 'memory';
  }
}
