export { commandHandler } from 'past-tense';
