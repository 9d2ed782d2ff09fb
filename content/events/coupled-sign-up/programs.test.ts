import { expect, it } from 'vitest';
import { SignUpService as FourChannels } from './four-channels.program.ts';
import { Database, Gateway, Stopwatch } from './kitchen.program.ts';
import { SignUpService as NotingFailures } from './noting-failures.program.ts';
import { SignUpService } from './sign-up.program.ts';
import { run as slowKakao } from './slow-kakao.program.ts';
import { run as threeAttempts } from './three-attempts.program.ts';
import { signUp, User } from './user-sends.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as failureNoted from './failure-noted.program.ts';
import * as smsDown from './sms-down.program.ts';

const mina = { id: 'mina' };
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it('sign-up: with SMS down the member is gone and the e-mail is not', () => {
  const database = new Database();
  const [email, sms] = [new Gateway('e-mail'), new Gateway('SMS')];
  const service = new SignUpService(database, email, sms);

  sms.isDown = true;
  expect(() => service.signUp(mina)).toThrow('SMS is down');

  expect(ids(database.members.rows)).toEqual([]);
  expect(email.delivered).toEqual(['mina']);
});

it('three attempts: the one that works makes the member, each of them sends an e-mail', () => {
  expect(threeAttempts()).toBe('members 1, e-mails 3, text messages 1');
});

it.each([
  ['nothing', 'member', ['e-mail', 'SMS', 'Kakao', 'LINE'], 8],
  ['e-mail', 'no member', [], 2],
  ['SMS', 'no member', ['e-mail'], 4],
  ['Kakao', 'no member', ['e-mail', 'SMS'], 6],
  ['LINE', 'no member', ['e-mail', 'SMS', 'Kakao'], 8],
  ['commit', 'no member', ['e-mail', 'SMS', 'Kakao', 'LINE'], 8],
])('fault table: %s fails', (failing, member, received, seconds) => {
  const database = new Database();
  const stopwatch = new Stopwatch();
  const [email, sms, kakao, line] = ['e-mail', 'SMS', 'Kakao', 'LINE'].map((channel) => {
    const gateway = new Gateway(channel, stopwatch);
    gateway.isDown = channel === failing;
    return gateway;
  }) as [Gateway, Gateway, Gateway, Gateway];
  database.commitFails = failing === 'commit';
  let error = 'nothing failed';
  try {
    new FourChannels(database, email, sms, kakao, line).signUp(mina);
  } catch (thrown) {
    error = String(thrown);
  }

  expect(error).toContain(failing);
  expect(database.members.rows.length === 1 ? 'member' : 'no member').toBe(member);
  const delivered = [email, sms, kakao, line].filter((gateway) => gateway.delivered.length === 1);
  expect(delivered.map(({ channel }) => channel)).toEqual(received);
  expect(stopwatch.seconds).toBe(seconds);
});

it('slow Kakao: the calls add up', () => {
  expect(slowKakao()).toBe('15 seconds');
});

it('a user who sends: the refused second Mina has been congratulated', () => {
  const database = new Database();
  const [email, sms] = [new Gateway('e-mail'), new Gateway('SMS')];

  signUp('mina', { database, email, sms });
  expect(() => signUp('mina', { database, email, sms })).toThrow('mina is taken');

  expect(ids(database.members.rows)).toEqual(['mina']);
  expect(email.delivered).toEqual(['mina', 'mina']);
  expect(() => User.signUp('mi', email, sms)).toThrow('three characters');
});

it('noting failures: the member stays, and so does the note', () => {
  const database = new Database();
  const [email, sms] = [new Gateway('e-mail'), new Gateway('SMS')];
  const service = new NotingFailures(database, email, sms);

  sms.isDown = true;
  service.signUp(mina);

  expect(ids(database.members.rows)).toEqual(['mina']);
  expect(email.delivered).toEqual(['mina']);
  expect(database.unsent.rows).toEqual([{ id: 'SMS mina', channel: 'SMS', memberId: 'mina' }]);
});

it('noting failures: when the commit fails, the note goes with the member, and the e-mail stays', () => {
  const database = new Database();
  const [email, sms] = [new Gateway('e-mail'), new Gateway('SMS')];

  sms.isDown = true;
  database.commitFails = true;
  expect(() => new NotingFailures(database, email, sms).signUp(mina)).toThrow('commit failed');

  expect(database.members.rows).toEqual([]);
  expect(database.unsent.rows).toEqual([]);
  expect(email.delivered).toEqual(['mina']);
});

it('SMS is down: the e-mail goes out before it fails, and the row is rolled back', () => {
  expect(happeningsOf(smsDown.timeline)).toEqual([
    'command SignUpService: signUp(mina)',
    'began transaction: database.transaction',
    'row members: members[mina]',
    'message e-mail: to mina, 0 s to 2 s',
    'message SMS: to mina, 2 s to 4 s',
    'threw SMS: Error: SMS is down',
    'rolled-back transaction: rollback',
    'threw transaction: Error: SMS is down',
    'threw SignUpService: Error: SMS is down',
  ]);
});

it('SMS is down and that is noted: the row of the note is committed with the member', () => {
  expect(happeningsOf(failureNoted.timeline).slice(-3)).toEqual([
    'threw SMS: Error: SMS is down',
    'row unsent: unsent[SMS mina]',
    'committed transaction: commit',
  ]);
});
