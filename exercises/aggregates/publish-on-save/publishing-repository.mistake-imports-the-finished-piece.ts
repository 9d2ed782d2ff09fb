export { publishingRepository } from 'past-tense';
