import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Draft, Progress } from './store.ts';

const name = 'past-tense:/';
const draft: Draft = { v: 1, files: { './user.ts': 'half done' }, updatedAt: 1_760_000_000_000 };
const progress: Progress = { v: 1, passedAt: 1_760_000_000_000 };

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
  await database.put('drafts', draft, 'aggregates/change-password');
  await database.put('progress', progress, 'aggregates/change-password');
  return database;
}

it('keeps drafts and progress of version 1, and takes answers from then on', async () => {
  (await openVersion1()).close();
  const { read } = await import('./store.ts');
  const { readChosen, recordAnswer } = await import('./answers.ts');

  expect(await read('drafts', 'aggregates/change-password')).toEqual(draft);
  expect(await read('progress', 'aggregates/change-password')).toEqual(progress);
  await recordAnswer('question', [0, 2], false);
  expect(await readChosen('question')).toEqual([0, 2]);
});

it('upgrades while another tab still holds version 1', async () => {
  await openVersion1();
  const { keysOf, write } = await import('./store.ts');

  expect(await write('answers', 'question', { v: 1, chosen: [1], right: true, answeredAt: 1 })).toBe(
    'stored',
  );
  expect(await keysOf('drafts')).toEqual(['aggregates/change-password']);
});

it('makes every store of a new database', async () => {
  const { keysOf } = await import('./store.ts');
  await keysOf('drafts');
  const database = await openDB(name);

  expect(database.version).toBe(2);
  expect([...database.objectStoreNames]).toEqual(['answers', 'drafts', 'progress']);
  database.close();
});

it('remembers answers until the page is left where the browser stores nothing', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new Error('blocked');
    },
  } as unknown as IDBFactory;
  const { readChosen, recordAnswer } = await import('./answers.ts');

  await recordAnswer('question', [1], true);
  expect(await readChosen('question')).toEqual([1]);
});

it('takes a record of another shape for no answer', async () => {
  const { write } = await import('./store.ts');
  const { readChosen } = await import('./answers.ts');
  await write('answers', 'question', { v: 2 } as never);

  expect(await readChosen('question')).toBeUndefined();
});
