import type { DomainEvent } from 'past-tense';

/** The one of several events whose `type` is `Type`. */
export type OfType<E extends DomainEvent, Type extends E['type']> = Extract<E, { type: Type }>;

export interface EventPublisher<E extends DomainEvent = DomainEvent> {
  /** Returns after the last listener has returned. Throws what a listener throws. */
  publish(event: E): void;

  subscribe<Type extends E['type']>(
    type: Type,
    listener: (event: OfType<E, Type>) => void,
    options?: EventListenerOptions<OfType<E, Type>>,
  ): Subscription;
}

export interface EventListenerOptions<E extends DomainEvent = DomainEvent> {
  /** Lower is called earlier. A listener without an order comes after all that have one. */
  order?: number;
  /** Says for each event whether the listener is called. */
  condition?: (event: E) => boolean;
}

/** What `subscribe` returns: the way to take back that one subscription. */
export interface Subscription {
  unsubscribe(): void;
}
