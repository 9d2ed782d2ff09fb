import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  return {
    publish(_event) {
      // Nobody is called yet.
    },

    subscribe(_type, _listener, _options) {
      return {
        unsubscribe() {
          // Nobody is remembered, so there is nobody to forget.
        },
      };
    },
  };
}
