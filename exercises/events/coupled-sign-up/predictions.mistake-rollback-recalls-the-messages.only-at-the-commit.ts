import type { Channel } from './kitchen.ts';
import type { Ending, Situation } from './situations.ts';

const rolledBack = (
  caller: Ending['caller'],
  seconds: number,
  received: readonly Channel[] = [],
): Ending => ({ caller, saved: false, received, seconds });

const committed = (seconds: number, ...received: Channel[]): Ending => ({
  caller: 'signed up',
  saved: true,
  received,
  seconds,
});

export const predictions: Record<Situation, Ending> = {
  'no fault': committed(2 + 1, 'e-mail', 'SMS'),
  'e-mail is down': rolledBack('e-mail is down', 5),
  'SMS is down': rolledBack('SMS is down', 2 + 5, ['e-mail']),
  'e-mail is slow': committed(8 + 1, 'e-mail', 'SMS'),
  'the commit fails': rolledBack('commit failed', 2 + 1),
  'e-mail is down, failures are noted': committed(5 + 1, 'SMS'),
};
