import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Records } from './records.ts';
import type { StorageTrouble } from './storage-trouble.ts';

const exercise = 'cart/add';
const draft = (text: string) => ({ v: 2, rev: 0, files: { './cart.ts': text }, updatedAt: 1 }) as const;

let entries: Record<string, string>;

beforeEach(() => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  entries = {};
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
    removeItem: (key: string) => delete entries[key],
  };
  vi.stubGlobal('localStorage', new Proxy(entries, { get: (_, name) => Reflect.get(methods, name) }));
  vi.stubGlobal('dispatchEvent', () => true);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The course as it stands under a path, on a page of its own. */
async function courseAt(base: string) {
  vi.stubEnv('BASE_URL', base);
  vi.resetModules();
  const [store, all, journal, drafts] = await Promise.all([
    import('./store.ts'),
    import('./all-records.ts'),
    import('./journal.ts'),
    import('./drafts.ts'),
  ]);
  return { ...store, ...all, ...journal, ...drafts };
}

it('S06: goes on in memory when an upgrade throws, and leaves data and version as they are', async () => {
  // As if somebody else's code had made the store that the next version wants to make.
  const before = await openDB('past-tense:/', 2, {
    upgrade(created) {
      for (const store of ['drafts', 'progress', 'answers', 'quarantine']) created.createObjectStore(store);
    },
  });
  await before.put('drafts', { ...draft('mine'), rev: 3 }, exercise);
  before.close();
  const { onTrouble } = await import('./storage-trouble.ts');
  const { read, saveDraft } = await import('./store.ts');
  const troubles: (StorageTrouble | undefined)[] = [];
  onTrouble((trouble) => troubles.push(trouble));

  expect(await saveDraft(exercise, draft('in memory'))).toEqual({ kind: 'memory' });
  expect((await read('drafts', exercise))?.files).toEqual({ './cart.ts': 'in memory' });
  expect(troubles.at(-1)).toBe('blocked');
  const after = await openDB('past-tense:/');
  expect([after.version, await after.get('drafts', exercise)]).toEqual([2, { ...draft('mine'), rev: 3 }]);
  after.close();
});

it.each([
  ['refuses', { persist: () => Promise.resolve(false) }],
  ['rejects', { persist: () => Promise.reject(new Error('not now')) }],
  ['knows of no storage', undefined],
])('S14: a pass is recorded where the browser %s when asked to keep the data', async (_case, storage) => {
  vi.stubGlobal('navigator', { storage });
  const { passedExercises, recordPassed } = await import('./passed.ts');
  await recordPassed(exercise);

  expect(await passedExercises()).toEqual(new Set([exercise]));
});

it('S14: asks the browser to keep the data once, after the first pass', async () => {
  const persist = vi.fn(() => Promise.resolve(false));
  vi.stubGlobal('navigator', { storage: { persist } });
  const { recordPassed } = await import('./passed.ts');
  const { recordHint } = await import('./help.ts');
  await recordHint(exercise, 1);
  expect(persist).not.toHaveBeenCalled();
  for (const each of [exercise, exercise, 'cart/remove']) await recordPassed(each);

  expect(persist).toHaveBeenCalledOnce();
});

it.each([
  ['/', '/events/'],
  ['/events/', '/events/v2/'],
  ['/', '/:journal:cart/'],
])('S18: courses under %s and %s on one host never meet', async (one, other) => {
  const first = await courseAt(one);
  await first.saveDraft(exercise, draft('of the first'));
  first.writeDown({ key: first.ownKey('cart/remove'), draft: draft('in the first’s journal') });
  const second = await courseAt(other);

  expect(await second.readRecords()).toEqual({ drafts: {}, progress: {}, answers: {} });
  expect(await second.hasDraft('cart/remove')).toBe(false);
  await second.saveDraft(exercise, draft('of the second'));
  expect(await second.deleteRecords()).toBe('deleted');
  expect(Object.keys((await first.readRecords()).drafts)).toEqual([exercise, 'cart/remove']);
  expect((await (await courseAt(one)).read('drafts', exercise))?.files).toEqual({
    './cart.ts': 'of the first',
  });
});

it('S15: what a newer version wrote down when its page was left stays through every import', async () => {
  const key = 'past-tense:/:journal:cart/add#newer1';
  const newer = JSON.stringify({ draft: { v: 9, sections: ['precious'] } });
  localStorage.setItem(key, newer);
  const { deleteRecords, importRecords, readRecords } = await import('./all-records.ts');
  const incoming: Records = { drafts: { [exercise]: draft('new') }, progress: {}, answers: {} };

  for (const way of ['merge', 'replace'] as const)
    expect(await importRecords(await readRecords(), incoming, way)).toBe('imported');
  expect(localStorage.getItem(key)).toBe(newer);
  await deleteRecords();
  expect(localStorage.getItem(key), 'who deletes everything means it').toBeNull();
});
