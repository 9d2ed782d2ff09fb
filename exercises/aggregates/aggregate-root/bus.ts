import type { DomainEvent } from 'past-tense';

type Subscriber = (event: DomainEvent) => void;

const subscribers = new Set<Subscriber>();

/** The one bus of Haru Kitchen. What is published here, every subscriber hears at once. */
export const bus = {
  publish(event: DomainEvent): void {
    for (const hear of subscribers) hear(event);
  },

  /** Returns a function that ends the subscription. */
  subscribe(hear: Subscriber): () => void {
    subscribers.add(hear);
    return () => void subscribers.delete(hear);
  },
};
