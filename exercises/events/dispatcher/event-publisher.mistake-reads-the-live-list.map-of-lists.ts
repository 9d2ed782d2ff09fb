import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

type Registration = Readonly<{
  order: number;
  hear: (event: DomainEvent) => void;
}>;

class MapPublisher {
  readonly #byType = new Map<string, Registration[]>();

  publish(event: DomainEvent): void {
    this.#byType.get(event.type)?.forEach(({ hear }) => hear(event));
  }

  add(type: string, registration: Registration): () => void {
    const list = this.#byType.get(type) ?? [];
    this.#byType.set(type, list);
    const next = list.findIndex(({ order }) => order > registration.order);
    list.splice(next < 0 ? list.length : next, 0, registration);
    return () => {
      if (list.includes(registration)) list.splice(list.indexOf(registration), 1);
    };
  }
}

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  const publisher = new MapPublisher();

  return {
    publish: (event) => publisher.publish(event),
    subscribe: (type, listener, options) => ({
      unsubscribe: publisher.add(type, {
        order: options?.order ?? Infinity,
        hear(event) {
          const heard = event as Parameters<typeof listener>[0];
          if (!options?.condition || options.condition(heard)) listener(heard);
        },
      }),
    }),
  };
}
