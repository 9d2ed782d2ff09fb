/** Bills of Haru Kitchen, with the time at which they were settled and the one at which they were stored. */
import { eventFactory, inMemoryEventStore, type DomainEvent, type EventStore } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

export type BillSettled = DomainEvent<'BillSettled', { storeId: string; won: number }>;

/** Times are those of Seoul: `2026-08-21 19:00`. */
export type Bill = Readonly<{ settled: string; won: number; stored?: string }>;

const momentOf = (time: string): number => Date.parse(`${time.replace(' ', 'T')}+09:00`);

export function storeWith(bills: readonly Bill[]): EventStore<BillSettled> {
  const ids = sequentialIds();
  const clock = fixedClock(0);
  const store = inMemoryEventStore<BillSettled>(clock);
  bills.forEach(({ settled, won, stored = settled }, index) => {
    clock.moveTo(momentOf(stored));
    const event = eventFactory(fixedClock(momentOf(settled)), ids);
    store.appendToStream(`bill-${index + 1}`, [event('BillSettled', { storeId: 'gangnam', won })], {
      expectedRevision: 'no_stream',
    });
  });
  return store;
}
