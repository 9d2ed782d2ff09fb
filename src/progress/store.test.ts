import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from './records.ts';
import type { StorageTrouble } from './storage-trouble.ts';

const name = 'past-tense:/';
const exercise = 'aggregates/change-password';
const written = { v: 1, files: { './user.ts': 'half done' }, updatedAt: 1_760_000_000_000 };
const draft: Draft = { ...written, v: 2, rev: 0 };

// Each test is a page of its own, in a browser that remembers nothing yet.
beforeEach(() => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
});

/** What a browser holds that was here when the site had no questions. */
async function openVersion1() {
  const database = await openDB(name, 1, {
    upgrade(created) {
      created.createObjectStore('drafts');
      created.createObjectStore('progress');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  await database.put('drafts', written, exercise);
  await database.put('progress', { v: 1, passedAt: 900 }, exercise);
  return database;
}

const block = (error: Error = new Error('blocked')) => {
  const browser = globalThis.indexedDB;
  globalThis.indexedDB = {
    open: () => {
      throw error;
    },
  } as unknown as IDBFactory;
  return () => (globalThis.indexedDB = browser);
};

/** Every trouble that was told, in order. */
async function troubles() {
  const { onTrouble } = await import('./storage-trouble.ts');
  const told: (StorageTrouble | undefined)[] = [];
  onTrouble((trouble) => told.push(trouble));
  return told;
}

async function putRaw(store: string, record: unknown, key: string) {
  const { keysOf } = await import('./store.ts');
  await keysOf('drafts');
  const database = await openDB(name);
  await database.put(store, record, key);
  database.close();
}

async function stored(store: string) {
  const database = await openDB(name);
  const values: unknown[] = await database.getAll(store);
  database.close();
  return values;
}

it('keeps drafts and progress of version 1, and takes answers from then on', async () => {
  (await openVersion1()).close();
  const { read } = await import('./store.ts');
  const { readChosen, recordAnswer } = await import('./answers.ts');

  expect(await read('drafts', exercise)).toEqual(draft);
  expect(await read('progress', exercise)).toEqual({ v: 2, passedAt: 900 });
  await recordAnswer('question', [0, 2], false);
  expect(await readChosen('question')).toEqual([0, 2]);
});

it('upgrades while another tab still holds version 1', async () => {
  await openVersion1();
  const { keysOf, write } = await import('./store.ts');

  expect(await write('answers', 'question', { v: 1, chosen: [1], right: true, answeredAt: 1 })).toBe(
    'stored',
  );
  expect(await keysOf('drafts')).toEqual([exercise]);
});

it('goes on in memory where another tab never lets go of version 1', async () => {
  const old = await openDB(name, 1);
  const told = await troubles();
  const { read, write } = await import('./store.ts');

  expect(await write('progress', exercise, { v: 2, passedAt: 1 })).toBe('memory');
  expect(await read('progress', exercise)).toEqual({ v: 2, passedAt: 1 });
  expect(told).toEqual([undefined, 'blocked']);
  old.close();
});

it('makes every store of a new database', async () => {
  const { keysOf } = await import('./store.ts');
  await keysOf('drafts');
  const database = await openDB(name);

  expect(database.version).toBe(3);
  expect([...database.objectStoreNames]).toEqual(['answers', 'drafts', 'progress', 'quarantine']);
  database.close();
});

it('lets a newer version have the database, says so, and writes nothing more', async () => {
  const told = await troubles();
  const { saveDraft, read } = await import('./store.ts');
  await saveDraft(exercise, draft);
  const newer = await openDB(name, 4);

  expect(told).toEqual([undefined, 'outdated']);
  expect(await saveDraft(exercise, { ...draft, rev: 1, files: {} })).toEqual({ kind: 'memory' });
  expect((await read('drafts', exercise))?.files, 'it lasts in memory').toEqual({});
  expect(await newer.get('drafts', exercise)).toEqual({ ...draft, rev: 1 });
  newer.close();
});

it('says nothing of a newer version when the database is deleted', async () => {
  const told = await troubles();
  const { write } = await import('./store.ts');
  await write('progress', exercise, { v: 2 });
  await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));

  expect(await write('progress', exercise, { v: 2, passedAt: 1 })).toBe('stored');
  expect(told).toEqual([undefined]);
});

it('opens the database anew after the connection was closed', async () => {
  const opening = vi.spyOn(indexedDB, 'open');
  const { write } = await import('./store.ts');
  const progress = { v: 2, passedAt: 1 } as const;
  await write('progress', exercise, progress);
  const request = opening.mock.results[0]!.value as IDBOpenDBRequest;
  request.result.close();

  expect(await write('progress', exercise, progress)).toBe('stored');
  expect(await stored('progress')).toEqual([progress]);
});

it('stores what had to wait as soon as the browser stores again', async () => {
  const unblock = block();
  const told = await troubles();
  const { write } = await import('./store.ts');
  await write('progress', 'a/first', { v: 2, passedAt: 1 });
  await write('answers', 'question', { v: 1, chosen: [1], right: true, answeredAt: 1 });
  expect(told).toEqual([undefined, 'blocked']);

  unblock();
  await write('progress', 'a/second', { v: 2, passedAt: 2 });
  expect(await stored('progress')).toHaveLength(2);
  expect(await stored('answers')).toHaveLength(1);
  expect(told).toEqual([undefined, 'blocked', undefined]);
});

it('keeps a stored pass through a refusal after it was read, and when storing works again', async () => {
  const { update, read, write } = await import('./store.ts');
  await write('progress', exercise, { v: 2, passedAt: 1 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await update('progress', exercise, (known) => ({ ...known, v: 2, solutionAt: 2 }));
  expect(await read('progress', exercise)).toEqual({ v: 2, passedAt: 1, solutionAt: 2 });

  put.mockRestore();
  await write('progress', 'a/second', { v: 2, passedAt: 3 });
  vi.resetModules();
  const { read: readAnew } = await import('./store.ts');
  expect(await readAnew('progress', exercise)).toEqual({ v: 2, passedAt: 1, solutionAt: 2 });
});

it('tells storage that is full from storage that is blocked', async () => {
  block(new DOMException('no room', 'QuotaExceededError'));
  const told = await troubles();
  const { saveDraft } = await import('./store.ts');

  expect(await saveDraft(exercise, draft)).toEqual({ kind: 'memory' });
  expect(told.at(-1)).toBe('full');
});

it('remembers answers until the page is left where the browser stores nothing', async () => {
  block();
  const { readChosen, recordAnswer } = await import('./answers.ts');

  await recordAnswer('question', [1], true);
  expect(await readChosen('question')).toEqual([1]);
});

it('stores a draft only over the one it was made from', async () => {
  const { saveDraft, read } = await import('./store.ts');
  const other = { ...draft, files: { './user.ts': 'of another tab' } };

  expect(await saveDraft(exercise, draft)).toEqual({ kind: 'stored', rev: 1 });
  expect(await saveDraft(exercise, other)).toEqual({ kind: 'conflict', other: { ...draft, rev: 1 } });
  expect(await read('drafts', exercise)).toEqual({ ...draft, rev: 1 });
  expect(await saveDraft(exercise, { ...other, rev: 1 })).toEqual({ kind: 'stored', rev: 2 });
});

it('lets one of two tabs win that store at the same time', async () => {
  const { saveDraft } = await import('./store.ts');
  const outcomes = await Promise.all([saveDraft(exercise, draft), saveDraft(exercise, draft)]);

  expect(outcomes.map(({ kind }) => kind)).toEqual(['stored', 'conflict']);
});

it('sets a record of a wrong shape aside, as it is, and goes on without it', async () => {
  const broken = { v: 2, rev: 'x', files: { './user.ts': 'precious' }, updatedAt: 1 };
  await putRaw('drafts', broken, exercise);
  const { read, saveDraft } = await import('./store.ts');
  const { readUnreadable } = await import('./whole-store.ts');

  expect(await read('drafts', exercise)).toBeUndefined();
  expect(await saveDraft(exercise, draft)).toEqual({ kind: 'stored', rev: 1 });
  expect(await readUnreadable()).toEqual([{ store: 'drafts', key: exercise, why: 'broken', record: broken }]);
});

it('leaves a record of a newer version as it is, says so, and keeps what is written in memory', async () => {
  const newer = { v: 9, sections: [] };
  await putRaw('drafts', newer, exercise);
  const told = await troubles();
  const { read, saveDraft } = await import('./store.ts');
  const { readUnreadable } = await import('./whole-store.ts');

  expect(await read('drafts', exercise)).toBeUndefined();
  expect(told.at(-1)).toBe('outdated');
  expect(await saveDraft(exercise, draft)).toEqual({ kind: 'memory' });
  expect(await stored('drafts')).toEqual([newer]);
  expect(await readUnreadable()).toEqual([{ store: 'drafts', key: exercise, why: 'newer', record: newer }]);
});

it('takes a record of another shape for no answer', async () => {
  await putRaw('answers', { v: 1, chosen: 'all' }, 'question');
  const { readChosen } = await import('./answers.ts');

  expect(await readChosen('question')).toBeUndefined();
});
