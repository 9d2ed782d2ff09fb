import { expect, it } from 'vitest';
import { WrongExpectedVersionError, type ExpectedRevision } from 'past-tense';
import { served, settled, storeWithBill, tablet } from './bill.program.ts';
import { run as lostAnswer } from './lost-answer.program.ts';
import { run as twoWriters } from './two-writers.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as race from './race.program.ts';

it('two writers: the second one hears of a conflict, and nothing of his is in the stream', () => {
  expect(twoWriters()).toBe('saw 1: BillSettled, conflict, events: 3');
});

it('lost answer: an exact repetition is no second event, a half one is a conflict', () => {
  expect(lostAnswer()).toBe('written, there already, conflict');
});

it('without a check both are written, and the bill is settled at a sum that is not its own', () => {
  const store = storeWithBill();
  store.appendToStream('bill-12', [settled(41_000)], { expectedRevision: 'any' });
  store.appendToStream('bill-12', [served('hotteok', 6_000)], { expectedRevision: 'any' });

  expect(store.readStream('bill-12').map(({ event }) => event.type)).toEqual([
    'DishServed',
    'DishServed',
    'BillSettled',
    'DishServed',
  ]);
});

it('the handler appends at the revision that it has read', () => {
  const store = storeWithBill();
  const handle = tablet(store);

  expect(handle('bill-12', { type: 'Settle', data: { commandId: 'counter/5' } }).events).toMatchObject([
    { data: { won: 47_000 } },
  ]);
});

it.each<[ExpectedRevision, string[], boolean]>([
  [5, ['d', 'e'], false],
  [3, ['event-4', 'event-5'], true],
  [3, ['event-4'], true],
])('the table of the lesson: expected %s, ids %j, there already: %s', (expected, ids, idempotent) => {
  expect(appendToFiveRevisions(expected, ids).idempotent).toBe(idempotent);
});

it.each<[ExpectedRevision, string[]]>([
  [9, ['d', 'e']],
  [3, ['x', 'event-5']],
  [3, ['event-4', 'x']],
  [3, ['event-4', 'event-5', 'x']],
])('the table of the lesson: expected %s, ids %j are a conflict', (expected, ids) => {
  expect(() => appendToFiveRevisions(expected, ids)).toThrow(WrongExpectedVersionError);
});

/** The stream ends at revision 5; from 2 on, its ids are event-2, event-3 … */
function appendToFiveRevisions(expectedRevision: ExpectedRevision, ids: readonly string[]) {
  const store = storeWithBill();
  const tea = (eventId: string) => ({ ...served('tea', 1), eventId });
  for (const revision of [2, 3, 4, 5]) {
    store.appendToStream('bill-12', [tea(`event-${revision}`)], { expectedRevision: 'stream_exists' });
  }
  return store.appendToStream('bill-12', ids.map(tea), { expectedRevision });
}

it('the race: both tablets expect revision 1, and the second one hears of a conflict', () => {
  expect(happeningsOf(race.timeline).slice(4, -1)).toEqual([
    'command Counter: Settle, expects 1',
    'appended bill-12: BillSettled',
    'command Waiter: Serve hotteok, expects 1',
    'conflict bill-12: 1 ≠ 2',
  ]);
});
