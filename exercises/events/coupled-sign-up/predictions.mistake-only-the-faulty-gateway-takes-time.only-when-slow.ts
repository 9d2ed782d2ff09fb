import type { Ending, Situation } from './situations.ts';

const fine = { caller: 'signed up', saved: true, received: ['e-mail', 'SMS'] } as const;
const gone = { saved: false, received: [] } as const;

export const predictions: Record<Situation, Ending> = {
  'no fault': { ...fine, seconds: 3 },
  'e-mail is slow': { ...fine, seconds: 8 },
  'e-mail is down': { ...gone, caller: 'e-mail is down', seconds: 5 },
  'SMS is down': { ...gone, caller: 'SMS is down', received: ['e-mail'], seconds: 7 },
  'the commit fails': { ...fine, caller: 'commit failed', saved: false, seconds: 3 },
  'e-mail is down, failures are noted': { ...fine, received: ['SMS'], seconds: 6 },
};
