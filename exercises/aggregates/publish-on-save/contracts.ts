import type { DomainEvent } from 'past-tense';

export type { DomainEvent };

/** What you need of an aggregate. */
export interface AggregateRoot<E extends DomainEvent> {
  readonly id: string;
  /** The pending events in the order of their registration. A copy, which does not grow; nothing is cleared. */
  domainEvents(): readonly E[];
  /** Forgets all pending events. */
  clearDomainEvents(): void;
  /** Reads and clears in one step. */
  pullDomainEvents(): readonly E[];
}

/** What you need of a publisher. */
export interface EventPublisher<E extends DomainEvent> {
  /** Returns after the last listener has returned. Throws what a listener throws. */
  publish(event: E): void;
}

/** Every method throws when the database refuses, and then nothing has changed there. */
export interface Repository<A extends { readonly id: string }> {
  /** The aggregate as it was saved last, made anew at each call, or undefined. */
  findById(id: string): A | undefined;
  save(aggregate: A): void;
  /** Stores all aggregates, or none of them. An iterable may be a generator, which can be read only once. */
  saveAll(aggregates: Iterable<A>): void;
  delete(aggregate: A): void;
  deleteById(id: string): void;
}
