/** The course library: what an exercise imports from 'past-tense'. */
export { AggregateRoot } from './aggregate-root.ts';
export { eventFactory } from './messages.ts';
export type { Clock, DomainEvent, EventFactory, IdGenerator } from './messages.ts';
