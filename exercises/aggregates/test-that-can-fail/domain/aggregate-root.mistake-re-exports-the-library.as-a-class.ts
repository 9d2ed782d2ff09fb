import { AggregateRoot as Root, type DomainEvent } from 'past-tense';

/** Ours, by name. */
export abstract class AggregateRoot<E extends DomainEvent> extends Root<E> {}
