import type { Ending, Situation } from './situations.ts';

export const predictions: Record<Situation, Ending> = {
  'no fault': { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'], seconds: 2 },
  'e-mail is down': { caller: 'e-mail is down', saved: false, received: [], seconds: 5 },
  'SMS is down': { caller: 'SMS is down', saved: false, received: ['e-mail'], seconds: 5 },
  'e-mail is slow': { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'], seconds: 8 },
  'the commit fails': { caller: 'commit failed', saved: false, received: ['e-mail', 'SMS'], seconds: 2 },
  'e-mail is down, failures are noted': { caller: 'signed up', saved: true, received: ['SMS'], seconds: 5 },
};
