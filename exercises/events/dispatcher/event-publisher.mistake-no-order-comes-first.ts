import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

type Registration = Readonly<{
  type: string;
  order: number;
  listener: (event: DomainEvent) => void;
  condition: (event: DomainEvent) => boolean;
}>;

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  let registrations: readonly Registration[] = [];

  return {
    publish(event) {
      for (const { type, condition, listener } of registrations) {
        if (type === event.type && condition(event)) listener(event);
      }
    },

    subscribe(type, listener, { order = 0, condition = () => true } = {}) {
      const registration: Registration = {
        type,
        order,
        listener: listener as Registration['listener'],
        condition: condition as Registration['condition'],
      };
      registrations = [...registrations, registration].toSorted((a, b) => a.order - b.order);
      return {
        unsubscribe() {
          registrations = registrations.filter((other) => other !== registration);
        },
      };
    },
  };
}
