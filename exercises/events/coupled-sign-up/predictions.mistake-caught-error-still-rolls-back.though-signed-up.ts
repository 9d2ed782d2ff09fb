import type { Ending, Situation } from './situations.ts';

export const predictions: Record<Situation, Ending> = {
  'no fault': { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'], seconds: 3 },
  'e-mail is down': { caller: 'e-mail is down', saved: false, received: [], seconds: 5 },
  'SMS is down': { caller: 'SMS is down', saved: false, received: ['e-mail'], seconds: 7 },
  'e-mail is slow': { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'], seconds: 9 },
  'the commit fails': { caller: 'commit failed', saved: false, received: ['e-mail', 'SMS'], seconds: 3 },
  'e-mail is down, failures are noted': { caller: 'signed up', saved: false, received: ['SMS'], seconds: 6 },
};
