export { toBusinessDate, type BusinessDate } from 'past-tense';
