import { describe, expect, it } from 'vitest';
import { nothing, type Records } from './records.ts';
import { learnerOf, standingOf } from './standing.ts';

const chapters = [['events/read', 'events/shape'], ['aggregates/root']];
const now = 10_000;
const standing = (records: Partial<Records>, file = 'mina.json') =>
  standingOf({ file, records: { ...nothing, ...records }, exportedAt: 5_000 }, chapters, now);

describe('standingOf', () => {
  it('counts the passes of each chapter, those with help too, and what was begun', () => {
    const drafts = { 'events/shape': { v: 2, rev: 1, files: {}, updatedAt: 700 } } as const;
    const progress = {
      'events/read': { v: 2, passedAt: 500 },
      'aggregates/root': { v: 2, solutionAt: 100, passedAt: 600 },
    } as const;

    expect(standing({ drafts, progress })).toMatchObject({
      chapters: [1, 1],
      passed: 2,
      helped: 1,
      begun: 1,
      lastChange: 700,
    });
  });

  it('counts no exercise that the course does not have', () => {
    const progress = { 'other/one': { v: 2, passedAt: 500 } } as const;

    expect(standing({ progress })).toMatchObject({ chapters: [0, 0], passed: 0, lastChange: 500 });
  });

  it('has no last change in a file without records', () => {
    expect(standing({})).toMatchObject({ passed: 0, begun: 0, lastChange: undefined });
  });

  it('knows a learner by no time that was put in the place of one from the future', () => {
    const progress = {
      'events/read': { v: 2, passedAt: 500, hintsAt: [400] },
      'aggregates/root': { v: 2, passedAt: now },
    } as const;

    expect([...standing({ progress }).moments]).toEqual(['events/read 500', 'events/read 400']);
  });
});

it.each([
  ['mina.json', 'mina'],
  ['past-tense-2026-11-22.json', ''],
  ['past-tense-2026-11-22 (3).JSON', ''],
  ['Kim Mina_past-tense-2026-11-22.json', 'Kim Mina'],
  ['past-tense-2026-11-22-미나.json', '미나'],
  ['class 3/mina/past-tense-2026-11-22.json', 'class 3/mina'],
  ['mina/homework.json', 'mina/homework'],
])('%s tells of the learner: %j', (file, name) => {
  expect(learnerOf(file)).toBe(name);
});
