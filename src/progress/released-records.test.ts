import { expect, it } from 'vitest';
import { readProgressFile } from './progress-file.ts';
import { readRecord, type StoreName } from './records.ts';

/**
 * One record of every shape that a site ever wrote, and what it is read as. Learners have them in their browsers and in
 * their files: add a row for a new shape, never change or delete one.
 */
const released: readonly [shape: string, store: StoreName, written: object, read: object][] = [
  [
    'draft 1',
    'drafts',
    { v: 1, files: { './user.ts': 'mine' }, updatedAt: 1_760_000_000_000 },
    { v: 2, rev: 0, files: { './user.ts': 'mine' }, updatedAt: 1_760_000_000_000 },
  ],
  [
    'draft 1, reset',
    'drafts',
    { v: 1, files: { './user.ts': 'new' }, beforeReset: { './user.ts': 'mine' }, updatedAt: 1 },
    { v: 2, rev: 0, files: { './user.ts': 'new' }, beforeReset: { './user.ts': 'mine' }, updatedAt: 1 },
  ],
  [
    'draft 2',
    'drafts',
    { v: 2, rev: 7, starter: '1k2fz0', files: { './user.ts': 'mine' }, updatedAt: 1 },
    { v: 2, rev: 7, starter: '1k2fz0', files: { './user.ts': 'mine' }, updatedAt: 1 },
  ],
  ['progress 1', 'progress', { v: 1, passedAt: 900 }, { v: 2, passedAt: 900 }],
  [
    'progress 2',
    'progress',
    { v: 2, passedAt: 900, hintsAt: [700, 800], solutionAt: 850 },
    { v: 2, passedAt: 900, hintsAt: [700, 800], solutionAt: 850 },
  ],
  [
    'answer 1',
    'answers',
    { v: 1, chosen: [0, 2], right: false, answeredAt: 800 },
    { v: 1, chosen: [0, 2], right: false, answeredAt: 800 },
  ],
  [
    'answer 1 to a question about an order',
    'answers',
    { v: 1, chosen: [2, 0, 1], right: false, answeredAt: 800 },
    { v: 1, chosen: [2, 0, 1], right: false, answeredAt: 800 },
  ],
];

it.each(released)('reads %s', (_shape, store, written, record) => {
  expect(readRecord(store, written)).toEqual({ kind: 'read', record });
});

it('reads a file of version 1', () => {
  const file = {
    format: 'past-tense-progress',
    version: 1,
    exportedAt: '2026-11-22T09:30:00.000Z',
    drafts: { 'cart/add': { v: 1, files: { './cart.ts': 'mine' }, updatedAt: 1000 } },
    progress: { 'cart/add': { v: 1, passedAt: 900 }, 'cart/remove': { v: 2, hintsAt: [700] } },
    answers: { a3f19c0d: { v: 1, chosen: [0, 2], right: false, answeredAt: 800 } },
  };
  expect(readProgressFile(JSON.stringify(file), Date.parse('2026-11-23'))).toMatchObject({
    kind: 'read',
    records: {
      drafts: { 'cart/add': { v: 2, rev: 0, files: { './cart.ts': 'mine' }, updatedAt: 1000 } },
      progress: { 'cart/add': { v: 2, passedAt: 900 }, 'cart/remove': { v: 2, hintsAt: [700] } },
      answers: file.answers,
    },
  });
});

it.each([
  ['of a newer version', { v: 3, files: {}, updatedAt: 1 }, { kind: 'newer' }],
  ['without a version', { files: {}, updatedAt: 1 }, { kind: 'broken', field: 'v' }],
  ['whose files are none', { v: 1, files: 'x', updatedAt: 1 }, { kind: 'broken', field: 'files' }],
  ['that is no record', 'draft', { kind: 'broken', field: '' }],
])('takes no draft %s', (_case, written, found) => {
  expect(readRecord('drafts', written)).toEqual(found);
});
