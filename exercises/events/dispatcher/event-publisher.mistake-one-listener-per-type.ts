import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

type Entry = Readonly<{
  listener: (event: DomainEvent) => void;
  condition: (event: DomainEvent) => boolean;
}>;

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  const listeners = new Map<string, Entry>();

  return {
    publish(event) {
      const entry = listeners.get(event.type);
      if (entry?.condition(event)) entry.listener(event);
    },

    subscribe(type, listener, { condition = () => true } = {}) {
      listeners.set(type, {
        listener: listener as Entry['listener'],
        condition: condition as Entry['condition'],
      });
      return {
        unsubscribe() {
          listeners.delete(type);
        },
      };
    },
  };
}
