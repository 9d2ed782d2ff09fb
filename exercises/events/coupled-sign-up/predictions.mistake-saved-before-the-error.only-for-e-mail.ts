import type { Ending, Situation } from './situations.ts';

const welcomed: Ending = { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'], seconds: 3 };

export const predictions: Record<Situation, Ending> = {
  'no fault': welcomed,
  'e-mail is down': { ...welcomed, caller: 'e-mail is down', received: [], seconds: 5 },
  'SMS is down': { caller: 'SMS is down', saved: false, received: ['e-mail'], seconds: 7 },
  'e-mail is slow': { ...welcomed, seconds: 9 },
  'the commit fails': { ...welcomed, caller: 'commit failed', saved: false },
  'e-mail is down, failures are noted': { ...welcomed, received: ['SMS'], seconds: 6 },
};
