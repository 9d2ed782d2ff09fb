import { expect, it } from 'vitest';
import { WrongExpectedVersionError, type ExpectedRevision } from 'past-tense';
import { served, settled, storeWithBill, tablet } from './bill.program.ts';
import { run as lostAnswer } from './lost-answer.program.ts';
import { run as twoWriters } from './two-writers.program.ts';

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

it.each<[ExpectedRevision, string[], string]>([
  [9, ['d', 'e'], 'conflict'],
  [5, ['d', 'e'], 'written'],
  [3, ['event-4', 'event-5'], 'there already'],
  [3, ['x', 'event-5'], 'conflict'],
  [3, ['event-4', 'x'], 'conflict'],
  [3, ['event-4', 'event-5', 'x'], 'conflict'],
  [3, ['event-4'], 'there already'],
])('the table of the lesson: expected %s, ids %j: %s', (expectedRevision, ids, outcome) => {
  const store = storeWithBill();
  for (const id of [2, 3, 4, 5]) {
    store.appendToStream('bill-12', [{ ...served('tea', 1), eventId: `event-${id}` }], {
      expectedRevision: 'stream_exists',
    });
  }
  const append = () =>
    store.appendToStream(
      'bill-12',
      ids.map((eventId) => ({ ...served('tea', 1), eventId })),
      { expectedRevision },
    );

  if (outcome === 'conflict') expect(append).toThrow(WrongExpectedVersionError);
  else expect(append().idempotent).toBe(outcome === 'there already');
});
