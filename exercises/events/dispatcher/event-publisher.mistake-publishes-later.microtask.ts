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
    async publish(event) {
      await Promise.resolve();
      registrations
        .filter(({ type }) => type === event.type)
        .filter(({ condition }) => condition(event))
        .forEach(({ listener }) => listener(event));
    },

    subscribe(type, listener, { order = Number.MAX_SAFE_INTEGER, condition = () => true } = {}) {
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
