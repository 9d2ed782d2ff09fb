import { describe, expect, it } from 'vitest';
import { planImport } from './import-plan.ts';
import { nothing, sameRecord, type Draft, type Records } from './records.ts';

const draft = (text: string, updatedAt: number, rev = 1): Draft => ({
  v: 2,
  rev,
  files: { './a.ts': text },
  updatedAt,
});

const mine: Records = {
  drafts: { 'a/older': draft('mine', 1), 'a/newer': draft('mine', 9), 'a/only': draft('mine', 5) },
  progress: { 'a/older': { v: 2, passedAt: 100 }, 'a/only': { v: 2, passedAt: 100 } },
  answers: { q1: { v: 1, chosen: [0], right: true, answeredAt: 1 } },
};
const other: Records = {
  drafts: { 'a/older': draft('theirs', 5), 'a/newer': draft('theirs', 5), 'a/new': draft('theirs', 5) },
  progress: { 'a/older': { v: 2, passedAt: 50 }, 'a/new': { v: 2, passedAt: 50 } },
  answers: { q1: { v: 1, chosen: [1], right: false, answeredAt: 2 } },
};
const kinds = (way: 'merge' | 'replace') =>
  Object.fromEntries(
    planImport(mine, other, way).changes.map(({ store, key, kind }) => [`${store} ${key}`, kind]),
  );

describe('merge', () => {
  it('takes the newer draft and answer, the earlier pass, and keeps what only this browser has', () => {
    expect(planImport(mine, other, 'merge').next).toEqual({
      drafts: {
        'a/older': draft('theirs', 5, 2),
        'a/newer': draft('mine', 9),
        'a/only': draft('mine', 5),
        'a/new': draft('theirs', 5),
      },
      progress: {
        'a/older': { v: 2, passedAt: 50 },
        'a/only': { v: 2, passedAt: 100 },
        'a/new': { v: 2, passedAt: 50 },
      },
      answers: other.answers,
    });
  });

  it('says of each record what becomes of it', () => {
    expect(kinds('merge')).toEqual({
      'drafts a/new': 'added',
      'drafts a/newer': 'kept',
      'drafts a/older': 'changed',
      'drafts a/only': 'kept',
      'progress a/new': 'added',
      'progress a/older': 'changed',
      'progress a/only': 'kept',
      'answers q1': 'changed',
    });
  });

  it('loses nothing to an empty file', () => {
    expect(planImport(mine, nothing, 'merge').next).toEqual(mine);
  });

  it('forgets no pass and no help, and of each the first time counts', () => {
    const merged = planImport(
      { ...nothing, progress: { 'a/b': { v: 2, passedAt: 100 } } },
      { ...nothing, progress: { 'a/b': { v: 2, hintsAt: [10, 20], solutionAt: 30 } } },
      'merge',
    );
    expect(merged.next.progress).toEqual({
      'a/b': { v: 2, passedAt: 100, hintsAt: [10, 20], solutionAt: 30 },
    });
  });

  it('changes nothing the second time', () => {
    const { next } = planImport(mine, other, 'merge');
    const again = planImport(next, other, 'merge');

    expect(again.next).toEqual(next);
    expect(again.changes.every(({ kind }) => kind === 'kept')).toBe(true);
  });
});

describe('replace', () => {
  it('leaves exactly what the file has', () => {
    const { next } = planImport(mine, other, 'replace');

    expect({ ...next, drafts: Object.keys(next.drafts) }).toEqual({
      ...other,
      drafts: ['a/new', 'a/newer', 'a/older'],
    });
    expect(next.drafts['a/newer']?.files).toEqual({ './a.ts': 'theirs' });
  });

  it('tells what is lost', () => {
    expect(kinds('replace')).toMatchObject({
      'drafts a/only': 'lost',
      'progress a/only': 'lost',
      'drafts a/newer': 'changed',
    });
  });
});

it('counts a draft that takes the place of another as later, whatever the file counted', () => {
  const plan = (way: 'merge' | 'replace', rev: number) =>
    planImport(
      { ...nothing, drafts: { 'a/b': draft('mine', 1, 7) } },
      { ...nothing, drafts: { 'a/b': draft('theirs', 2, rev) } },
      way,
    ).next.drafts['a/b'];

  expect(plan('merge', 3)).toEqual(draft('theirs', 2, 8));
  expect(plan('replace', 9)).toEqual(draft('theirs', 2, 10));
});

it('keeps a draft that differs from the file’s only in its count', () => {
  const current = { ...nothing, drafts: { 'a/b': draft('same', 1, 7) } };
  const { next, changes } = planImport(
    current,
    { ...nothing, drafts: { 'a/b': draft('same', 1, 3) } },
    'replace',
  );

  expect(next).toEqual(current);
  expect(changes.map(({ kind }) => kind)).toEqual(['kept']);
});

it('compares records whatever the order of their fields', () => {
  expect(sameRecord({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameRecord({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameRecord({ a: 1 }, { a: 1, b: 2 })).toBe(false);
});
