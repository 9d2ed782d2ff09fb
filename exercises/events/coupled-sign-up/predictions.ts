import type { Ending, Situation } from './situations.ts';

/** What the authors of signUp had in mind. */
const allIsWell: Ending = {
  caller: 'signed up',
  saved: true,
  received: ['e-mail', 'SMS'],
  seconds: 3,
};

export const predictions: Record<Situation, Ending> = {
  'no fault': allIsWell,
  'e-mail is down': allIsWell,
  'SMS is down': allIsWell,
  'e-mail is slow': allIsWell,
  'the commit fails': allIsWell,
  'e-mail is down, failures are noted': allIsWell,
};

// When your prediction stands, look at what happens: import watch from './situations.ts' and
// console.log(watch('SMS is down'));
