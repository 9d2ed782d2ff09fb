/** What hidden tests import from 'past-tense/testing': time and ids that do the same on every run, ears, and what goes wrong. */
import type { EventPublisher } from './event-publisher.ts';
import type { Clock, DomainEvent, IdGenerator, OfType } from './messages.ts';
import { during } from './recording.ts';

/** A clock that stands at `epochMs` until it is moved. */
export function fixedClock(epochMs: number): Clock & { moveTo(epochMs: number): void } {
  let current = epochMs;
  return {
    now: () => current,
    moveTo: (next) => {
      current = next;
    },
  };
}

/**
 * Ids that count: 'event-1', 'event-2' …
 *
 * @param prefix What stands before the number. Default `'event'`.
 */
export function sequentialIds(prefix = 'event'): IdGenerator {
  let count = 0;
  return { next: () => `${prefix}-${++count}` };
}

/**
 * Listens to these types from here on.
 *
 * @returns A list that grows: the events in the order in which they are heard.
 */
export function collectEvents<E extends DomainEvent, K extends E['type']>(
  publisher: EventPublisher<E>,
  ...types: readonly K[]
): readonly OfType<E, K>[] {
  const heard: OfType<E, K>[] = [];
  for (const type of types) publisher.subscribe(type, (event) => heard.push(event), { id: 'test' });
  return heard;
}

/**
 * What a test's own doubles tell the timeline: that something happened, or that something happens while the work runs.
 * They tell nobody if nobody listens.
 */
export { during, note } from './recording.ts';

/**
 * One scene of a test that plays several: an order of deliveries, a row of a table. The timeline folds it when it is over,
 * and where not all of them have room, the first ones and the last are kept whole.
 *
 * @param en What the scene is called.
 * @param ko The same in Korean.
 */
export function scene<T>(en: string, ko: string, work: () => T): T {
  return during({ kind: 'call', place: 'caller', label: { en, ko } }, work);
}

export { faultInjector, runUntilCrash } from './fault-injector.ts';
export type { FaultInjector } from './fault-injector.ts';
export { SimulatedCrash } from './simulated-crash.ts';
