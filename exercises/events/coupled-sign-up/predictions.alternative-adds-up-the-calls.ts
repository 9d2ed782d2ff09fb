/** Each situation as the list of calls that were made. The row follows from them. */
import type { Channel } from './kitchen.ts';
import type { Ending, Situation } from './situations.ts';

interface Call {
  readonly seconds: number;
  readonly arrives?: Channel;
  readonly throws?: Exclude<Ending['caller'], 'signed up'>;
}

const email: Call = { seconds: 2, arrives: 'e-mail' };
const slowEmail: Call = { seconds: 8, arrives: 'e-mail' };
const deadEmail: Call = { seconds: 5, throws: 'e-mail is down' };
const caughtEmail: Call = { seconds: 5 };
const sms: Call = { seconds: 1, arrives: 'SMS' };
const deadSms: Call = { seconds: 5, throws: 'SMS is down' };
const deadCommit: Call = { seconds: 0, throws: 'commit failed' };

export const predictions: Record<Situation, Ending> = {
  'no fault': endingOf(email, sms),
  'e-mail is down': endingOf(deadEmail),
  'SMS is down': endingOf(email, deadSms),
  'e-mail is slow': endingOf(slowEmail, sms),
  'the commit fails': endingOf(email, sms, deadCommit),
  'e-mail is down, failures are noted': endingOf(caughtEmail, sms),
};

function endingOf(...calls: Call[]): Ending {
  const error = calls.at(-1)?.throws;
  return {
    caller: error ?? 'signed up',
    saved: error === undefined,
    received: calls.flatMap(({ arrives }) => arrives ?? []),
    seconds: calls.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
