import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

/** The order of a listener that names none. */
const LOWEST_PRECEDENCE = Number.MAX_SAFE_INTEGER;

/** One call of `subscribe`. The object itself is what `unsubscribe` takes out again. */
type Registration = Readonly<{
  type: string;
  order: number;
  listener: (event: DomainEvent) => void;
  condition: (event: DomainEvent) => boolean;
}>;

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  // Replaced and never changed: a `publish` that is under way keeps the list that it began with.
  let registrations: readonly Registration[] = [];

  return {
    publish(event) {
      for (const { type, condition, listener } of registrations) {
        if (type === event.type && condition(event)) listener(event);
      }
    },

    subscribe(type, listener, { order = LOWEST_PRECEDENCE, condition = () => true } = {}) {
      const registration: Registration = {
        type,
        order,
        // Only events of this type get here, which TypeScript cannot see.
        listener: listener as Registration['listener'],
        condition: condition as Registration['condition'],
      };
      // Sorting is stable: equal orders stay in the order in which they subscribed.
      registrations = [...registrations, registration].toSorted((a, b) => a.order - b.order);

      return {
        unsubscribe() {
          registrations = registrations.filter((other) => other !== registration);
        },
      };
    },
  };
}
