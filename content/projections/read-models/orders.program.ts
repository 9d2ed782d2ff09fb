/** Two orders of a Friday evening, as they stand in the store: one tape, two streams. */
import { eventFactory, inMemoryEventStore, type DomainEvent, type EventStore } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

export type OrderEvent =
  | DomainEvent<'OrderPlaced', { table: number }>
  | DomainEvent<'LineAdded', { menuId: string; portions: number }>
  | DomainEvent<'OrderAccepted', { by: string }>
  | DomainEvent<'OrderCompleted', { won: number }>
  | DomainEvent<'OrderCancelled', { by: string }>;

export const clock = fixedClock(Date.UTC(2026, 7, 21, 10, 0));
export const event = eventFactory(clock, sequentialIds());

/** The events of the figure, in their order. */
export const evening: readonly (readonly [streamName: string, event: OrderEvent])[] = [
  ['order-7', event('OrderPlaced', { table: 4 })],
  ['order-7', event('LineAdded', { menuId: 'bibimbap', portions: 2 })],
  ['order-8', event('OrderPlaced', { table: 2 })],
  ['order-7', event('OrderAccepted', { by: 'Hana' })],
  ['order-7', event('OrderCancelled', { by: 'the kiosk' })],
];

export function storeWith(tape: typeof evening): EventStore<OrderEvent> {
  const store = inMemoryEventStore<OrderEvent>(clock);
  for (const [streamName, each] of tape)
    store.appendToStream(streamName, [each], { expectedRevision: 'any' });
  return store;
}
