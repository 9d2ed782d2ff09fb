import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

type Registration = Readonly<{
  type: string;
  order: number;
  listener: (event: DomainEvent) => void;
  condition: (event: DomainEvent) => boolean;
}>;

class AsyncPublisher {
  registrations: readonly Registration[] = [];

  async publish(event: DomainEvent): Promise<void> {
    for (const { type, condition, listener } of this.registrations) {
      // oxlint-disable-next-line typescript/await-thenable -- what the mistake is about
      if (type === event.type && condition(event)) await listener(event);
    }
  }
}

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  const publisher = new AsyncPublisher();

  return {
    publish: (event) => publisher.publish(event),

    subscribe(type, listener, { order = Number.MAX_SAFE_INTEGER, condition = () => true } = {}) {
      const registration: Registration = {
        type,
        order,
        listener: listener as Registration['listener'],
        condition: condition as Registration['condition'],
      };
      publisher.registrations = [...publisher.registrations, registration].toSorted(
        (a, b) => a.order - b.order,
      );
      return {
        unsubscribe() {
          publisher.registrations = publisher.registrations.filter((other) => other !== registration);
        },
      };
    },
  };
}
