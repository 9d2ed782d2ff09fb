import type { DomainEvent } from 'past-tense';
import type { EventPublisher } from './publisher-contract.ts';

type Listener = (event: DomainEvent) => void;
type Options = Readonly<{ order: number; condition: (event: DomainEvent) => boolean }>;

export function eventPublisher<E extends DomainEvent = DomainEvent>(): EventPublisher<E> {
  const byType = new Map<string, Map<Listener, Options>>();

  return {
    publish(event) {
      const listeners = [...(byType.get(event.type) ?? [])];
      listeners.sort(([, a], [, b]) => a.order - b.order);
      for (const [listener, { condition }] of listeners) if (condition(event)) listener(event);
    },

    subscribe(type, listener, { order = Infinity, condition = () => true } = {}) {
      const listeners = byType.get(type) ?? new Map<Listener, Options>();
      byType.set(type, listeners);
      const options: Options = { order, condition: condition as Options['condition'] };
      listeners.set(listener as Listener, options);
      return { unsubscribe: () => listeners.delete(listener as Listener) };
    },
  };
}
