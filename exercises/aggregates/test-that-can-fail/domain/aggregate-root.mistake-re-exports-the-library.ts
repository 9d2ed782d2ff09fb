export { AggregateRoot } from 'past-tense';
