/** Six mornings on which Mina signs up, and what one can say about each. */
import { Database, Gateway, Recording, type Channel, type Condition } from './kitchen.ts';
import { SignUpService } from './sign-up.ts';

export const situations = {
  'no fault': {},
  'e-mail is down': { email: 'down' },
  'SMS is down': { sms: 'down' },
  'e-mail is slow': { email: 'slow' },
  'the commit fails': { commitFails: true },
  'e-mail is down, failures are noted': { email: 'down', method: 'signUpNotingFailures' },
} as const satisfies Record<string, Setting>;

export type Situation = keyof typeof situations;

interface Setting {
  readonly email?: Condition;
  readonly sms?: Condition;
  readonly commitFails?: boolean;
  /** Without it: `signUp`. */
  readonly method?: 'signUp' | 'signUpNotingFailures';
}

/** How a sign-up ends. */
export interface Ending {
  /** What the caller gets: the returned `signed up`, or the message of the error that arrives. */
  readonly caller: 'signed up' | 'e-mail is down' | 'SMS is down' | 'commit failed';
  /** Is Mina a member afterwards: is her row committed? */
  readonly saved: boolean;
  /** The messages that Mina has received; their order does not matter. */
  readonly received: readonly Channel[];
  /** Virtual seconds until the caller has the answer. */
  readonly seconds: number;
}

/** Mina signs up in this situation. Returns what was written down meanwhile, a line for each thing that happened. */
export function watch(situation: Situation): string {
  return play(situation).recording.lines.join('\n');
}

/** Everything there is after Mina has signed up, or has tried to. `parts` is what she signs up with. */
export function play(situation: Situation, parts = { Database, Gateway }) {
  const setting: Setting = situations[situation];
  const recording = new Recording();
  const database = new parts.Database(recording, setting.commitFails ?? false);
  const email = new parts.Gateway('e-mail', recording, setting.email);
  const sms = new parts.Gateway('SMS', recording, setting.sms);
  const service = new SignUpService(database, email, sms);

  const answer = answerOf(() => service[setting.method ?? 'signUp']('mina'));
  recording.note(`the caller gets: ${answer}`);
  return { answer, recording, database, email, sms };
}

function answerOf(call: () => string): string {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}
