import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';

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

/** Everything that is remembered of a learner, by key. */
export type Records = {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly progress: Readonly<Record<string, Progress>>;
  readonly answers: Readonly<Record<string, Answer>>;
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
    // Awaited only below; it may reject before.
    transaction.done.catch(() => undefined);
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

const storeNames = ['drafts', 'progress', 'answers'] as const satisfies readonly StoreName[];

/** Never rejects; where the browser refuses, it is what this page remembers. */
export async function readAll(): Promise<Records> {
  try {
    return withMemory(await storedRecords((await database()).transaction(storeNames)));
  } catch {
    return withMemory({ drafts: {}, progress: {}, answers: {} });
  }
}

/**
 * Puts what `change` returns in the place of everything, in one transaction: all or nothing. Nothing is changed where
 * it returns nothing, and where the browser refuses.
 */
export async function changeAll(
  change: (current: Records) => Records | undefined,
): Promise<'changed' | 'unchanged' | 'refused'> {
  try {
    const transaction = (await database()).transaction(storeNames, 'readwrite');
    // Awaited only below; it may reject before.
    transaction.done.catch(() => undefined);
    const next = change(withMemory(await storedRecords(transaction)));
    if (next) await putAll(transaction, next);
    await transaction.done;
    if (next) forgetMemory();
    return next ? 'changed' : 'unchanged';
  } catch {
    return 'refused';
  }
}

async function putAll(
  transaction: IDBPTransaction<Schema, typeof storeNames, 'readwrite'>,
  next: Records,
): Promise<void> {
  try {
    for (const name of storeNames) {
      const store = transaction.objectStore(name);
      await store.clear();
      for (const [key, value] of Object.entries(next[name])) await store.put(value, key);
    }
  } catch (error) {
    // A value that cannot be stored throws before there is a request; the rest would be committed.
    transaction.abort();
    throw error;
  }
}

/** Forgets what is only in this page's memory. */
export function forgetMemory(): void {
  for (const name of storeNames) memory[name].clear();
}

async function storedRecords(
  transaction: IDBPTransaction<Schema, typeof storeNames, IDBTransactionMode>,
): Promise<Records> {
  const records = async (name: StoreName) => {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return Object.fromEntries(keys.map((key, place) => [key, values[place]!]));
  };
  const [drafts, progress, answers] = await Promise.all(storeNames.map(records));
  return { drafts, progress, answers } as Records;
}

function withMemory({ drafts, progress, answers }: Records): Records {
  return {
    drafts: { ...drafts, ...Object.fromEntries(memory.drafts) },
    progress: { ...progress, ...Object.fromEntries(memory.progress) },
    answers: { ...answers, ...Object.fromEntries(memory.answers) },
  };
}
