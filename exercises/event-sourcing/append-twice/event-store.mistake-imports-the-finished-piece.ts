export { inMemoryEventStore } from 'past-tense';
