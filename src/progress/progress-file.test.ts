import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostBytes, readProgressFile, writeProgressFile } from './progress-file.ts';
import type { Records } from './records.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const records: Records = {
  drafts: { 'cart/add': { v: 2, rev: 4, starter: '1k2f', files: { './cart.ts': 'mine' }, updatedAt: 1000 } },
  progress: { 'cart/add': { v: 2, passedAt: 900 } },
  answers: { a3f1: { v: 1, chosen: [0, 2], right: false, answeredAt: 800 } },
};
const written = JSON.parse(writeProgressFile(records, new Date(now))) as object;
const read = (change: object) => readProgressFile(JSON.stringify({ ...written, ...change }), now);

it('reads what it wrote', () => {
  expect(readProgressFile(writeProgressFile(records, new Date(now)), now)).toEqual({
    kind: 'read',
    records,
    exportedAt: now,
  });
});

it('reads the sample of the documentation', () => {
  const sample = readFileSync(new URL('../../docs/past-tense-2026-11-22.json', import.meta.url), 'utf8');
  const file = readProgressFile(sample, now);

  expect(file).toMatchObject({ kind: 'read', exportedAt: Date.parse('2026-11-22T09:30:00.000Z') });
});

it('leaves out fields of a record that it does not know', () => {
  const progress = { 'cart/add': { v: 2, passedAt: 900, stars: 3 } };

  expect(read({ progress })).toMatchObject({ records: { progress: records.progress } });
});

it('reads what help was opened, in an exercise that was not passed', () => {
  const progress = { 'cart/add': { v: 2, hintsAt: [700, now + 5], solutionAt: 800 } };

  expect(read({ progress })).toMatchObject({
    records: { progress: { 'cart/add': { v: 2, hintsAt: [700, now], solutionAt: 800 } } },
  });
});

it('takes a time of the future for now, so that later work is newer', () => {
  const drafts = { 'cart/add': { v: 1, files: {}, updatedAt: now + 1_000_000 } };

  expect(read({ drafts })).toMatchObject({ records: { drafts: { 'cart/add': { updatedAt: now } } } });
});

describe('refuses', () => {
  it.each([
    ['a text that is no JSON', '{"format": "past-tense-progr', { kind: 'no-json' }],
    ['JSON of something else', '{"name": "a package"}', { kind: 'foreign' }],
    ['JSON that is no object', '[1]', { kind: 'foreign' }],
    ['a text that is too large', ' '.repeat(mostBytes + 1), { kind: 'too-large' }],
  ])('%s', (_case, text, refusal) => {
    expect(readProgressFile(text, now)).toEqual(refusal);
  });

  it.each([
    ['a version that it does not know yet', { version: 3 }, { kind: 'too-new' }],
    ['no version', { version: undefined }, { kind: 'broken', place: 'version' }],
    ['no date', { exportedAt: 'soon' }, { kind: 'broken', place: 'exportedAt' }],
    ['a missing store', { answers: undefined }, { kind: 'broken', place: 'answers' }],
    ['a store of another shape', { drafts: [] }, { kind: 'broken', place: 'drafts' }],
    ['a key that is no exercise', { drafts: { __proto: {} } }, { kind: 'broken', place: 'drafts, __proto' }],
    [
      'a record that is none',
      { progress: { 'cart/add': null } },
      { kind: 'broken', place: 'progress, cart/add' },
    ],
    [
      'a draft whose file is no text',
      { drafts: { 'cart/add': { v: 1, files: { './cart.ts': 1 }, updatedAt: 1 } } },
      { kind: 'broken', place: 'drafts, cart/add, files' },
    ],
    [
      'a record of a newer version',
      { answers: { a3f1: { ...records.answers['a3f1'], v: 2 } } },
      { kind: 'broken', place: 'answers, a3f1, v' },
    ],
    [
      'a time that is none',
      { progress: { 'cart/add': { v: 1, passedAt: '2026' } } },
      { kind: 'broken', place: 'progress, cart/add, passedAt' },
    ],
  ])('%s', (_case, change, refusal) => {
    expect(read(change)).toEqual(refusal);
  });
});
