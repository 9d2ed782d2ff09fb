import { expect, it } from 'vitest';
import { exerciseState, whereToContinue } from './exercise-state.ts';
import type { Draft, Progress, Records } from './records.ts';

const draft = (updatedAt: number): Draft => ({ v: 2, rev: 1, files: {}, updatedAt });
const records = (drafts: Records['drafts'], progress: Record<string, Omit<Progress, 'v'>> = {}): Records => ({
  drafts,
  progress: Object.fromEntries(Object.entries(progress).map(([key, value]) => [key, { v: 2, ...value }])),
  answers: {},
});

it.each([
  ['without any record', records({}), { kind: 'not-begun' }],
  ['with a draft', records({ a: draft(5) }), { kind: 'begun', at: 5 }],
  ['with a hint opened', records({}, { a: { hintsAt: [3] } }), { kind: 'begun', at: undefined }],
  ['with the solution opened', records({}, { a: { solutionAt: 3 } }), { kind: 'begun', at: undefined }],
  ['passed, with a draft', records({ a: draft(9) }, { a: { passedAt: 7 } }), { kind: 'passed', at: 7 }],
  ['passed before looking', records({}, { a: { passedAt: 7, solutionAt: 8 } }), { kind: 'passed', at: 7 }],
  ['passed after looking', records({}, { a: { passedAt: 7, solutionAt: 6 } }), { kind: 'helped', at: 7 }],
])('the state of an exercise %s', (_, known, state) => {
  expect(exerciseState(known, 'a')).toEqual(state);
});

const order = ['a', 'b', 'c', 'd'];

it.each([
  ['nowhere, for a newcomer', records({}), undefined],
  ['at the newest draft', records({ b: draft(9), d: draft(5) }), { kind: 'begun', exercise: 'b' }],
  [
    'not at a draft that was passed',
    records({ b: draft(9), d: draft(5) }, { b: { passedAt: 8 } }),
    { kind: 'begun', exercise: 'd' },
  ],
  [
    'at a draft rather than where only a hint was opened',
    records({ d: draft(5) }, { a: { hintsAt: [9] } }),
    { kind: 'begun', exercise: 'd' },
  ],
  [
    'behind the last pass',
    records({}, { c: { passedAt: 8 }, a: { passedAt: 7 } }),
    { kind: 'next', exercise: 'd' },
  ],
  [
    'at what was left out, from the end',
    records({}, { d: { passedAt: 8 } }),
    { kind: 'next', exercise: 'a' },
  ],
  [
    'nowhere, when everything is passed',
    records({}, Object.fromEntries(order.map((exercise) => [exercise, { passedAt: 1 }]))),
    undefined,
  ],
  [
    'nowhere, when the only draft is of an exercise that is gone',
    records({ gone: draft(9) }, { gone: { passedAt: 9 } }),
    undefined,
  ],
])('the learner goes on %s', (_, known, place) => {
  expect(whereToContinue(known, order)).toEqual(place);
});
