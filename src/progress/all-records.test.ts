import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Records } from './records.ts';

const records: Records = {
  drafts: { 'cart/add': { v: 2, rev: 1, files: { './cart.ts': 'mine' }, updatedAt: 1000 } },
  progress: { 'cart/add': { v: 2, passedAt: 900 } },
  answers: { a3f1: { v: 1, chosen: [0, 2], right: false, answeredAt: 800 } },
};
const nothing: Records = { drafts: {}, progress: {}, answers: {} };

beforeEach(() => {
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('localStorage', {});
  vi.stubGlobal('dispatchEvent', () => true);
});

it('imports into an empty browser, and deletes everything', async () => {
  const { deleteRecords, importRecords, readRecords } = await import('./all-records.ts');

  expect(await importRecords(nothing, records, 'merge')).toBe('imported');
  expect(await readRecords()).toEqual(records);
  expect(await deleteRecords()).toBe('deleted');
  expect(await readRecords()).toEqual(nothing);
});

it('imports nothing when something was saved after the preview', async () => {
  const { importRecords, readRecords } = await import('./all-records.ts');
  const { write } = await import('./store.ts');
  const seen = await readRecords();
  await write('progress', 'cart/remove', { v: 2, passedAt: 1 });

  expect(await importRecords(seen, records, 'replace')).toBe('outdated');
  expect(await readRecords()).toEqual({ ...nothing, progress: { 'cart/remove': { v: 2, passedAt: 1 } } });
});

it('imports all or nothing', async () => {
  const { importRecords, readRecords } = await import('./all-records.ts');
  await importRecords(nothing, records, 'merge');
  const unstorable = { ...nothing, answers: { a3f1: { unstorable: () => 1 } as never } };

  expect(await importRecords(records, unstorable, 'replace')).toBe('refused');
  expect(await readRecords()).toEqual(records);
});

it('changes nothing where the browser stores nothing', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new Error('blocked');
    },
  } as unknown as IDBFactory;
  const { deleteRecords, importRecords } = await import('./all-records.ts');

  expect(await importRecords(nothing, records, 'merge')).toBe('refused');
  expect(await deleteRecords()).toBe('refused');
});

it('keeps what it cannot read through an import, and deletes it with everything else', async () => {
  const { deleteRecords, importRecords, readRecords } = await import('./all-records.ts');
  const { readUnreadable } = await import('./whole-store.ts');
  const { write } = await import('./store.ts');
  await write('drafts', 'cart/add', { v: 9, sections: [] } as never);
  await write('progress', 'cart/add', { v: 2, passedAt: 'once' } as never);

  expect(await importRecords(await readRecords(), records, 'replace')).toBe('imported');
  expect(await readRecords()).toEqual(records);
  expect(await readUnreadable()).toMatchObject([
    { store: 'drafts', record: { v: 9 } },
    { store: 'progress', record: { passedAt: 'once' } },
  ]);
  expect(await deleteRecords()).toBe('deleted');
  expect(await readUnreadable()).toEqual([]);
});
