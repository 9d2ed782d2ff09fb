/** All that the domain needs of the course library. */
export { AggregateRoot } from 'past-tense';
export type { DomainEvent, EventFactory } from 'past-tense';
