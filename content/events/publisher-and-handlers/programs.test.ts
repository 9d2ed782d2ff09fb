import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { signUpService } from './after-the-merge.program.ts';
import { run as nested } from './nested.program.ts';
import { run as sharedFate } from './shared-fate.program.ts';
import {
  EmailWelcome,
  LineWelcome,
  registerHandlers,
  SignUpService,
  type Member,
  type UserRegistered,
} from './sign-up.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as fanOut from './fan-out.program.ts';
import * as smsDown from './sms-down.program.ts';
import { run as welcomePoints } from './welcome-points.program.ts';

const mina: Member = {
  id: 'mina',
  name: 'Mina',
  email: 'mina@haru.kr',
  phone: '010-1111-1111',
  lineId: 'mina.line',
};
const jun: Member = { id: 'jun', name: 'Jun', email: 'jun@haru.kr', phone: '010-2222-2222' };
const event = eventFactory(fixedClock(0), sequentialIds());
const transaction = (work: () => void): void => work();

it('after the merge: the service sends through every gateway but SMS', () => {
  const sent: string[] = [];
  const gateway = (channel: string) => ({ send: () => void sent.push(channel) });
  const channels = {
    email: gateway('e-mail'),
    sms: gateway('SMS'),
    kakao: gateway('Kakao'),
    line: gateway('LINE'),
  };

  signUpService({ put: () => undefined }, transaction, channels).signUp(mina);

  expect(sent).toEqual(['e-mail', 'Kakao', 'LINE']);
});

function kitchen() {
  const sent: string[] = [];
  const gateway = { send: (to: string) => void sent.push(to) };
  const publisher = eventPublisher<UserRegistered>();
  const register = () => registerHandlers(publisher, new EmailWelcome(gateway), new LineWelcome(gateway));
  const service = new SignUpService({ put: () => undefined }, transaction, publisher, event);
  return { sent, register, service };
}

it('sign-up: the handlers send, each to the address of its channel, LINE only to those who use it', () => {
  const { sent, register, service } = kitchen();
  register();

  service.signUp(mina);
  service.signUp(jun);

  expect(sent).toEqual(['mina@haru.kr', 'mina.line', 'jun@haru.kr']);
});

it('sign-up: works without any handler', () => {
  const { sent, service } = kitchen();

  service.signUp(mina);

  expect(sent).toEqual([]);
});

it('registering twice: one event, two e-mails', () => {
  const { sent, register, service } = kitchen();
  register();
  register();

  service.signUp(jun);

  expect(sent).toEqual(['jun@haru.kr', 'jun@haru.kr']);
});

it('nested: the inner event is finished before its publisher goes on', () => {
  expect(nested()).toBe('push, coupon, e-mail');
});

it('shared fate: when a gateway is down, the sign-up is undone and the e-mail is not', () => {
  expect(sharedFate('SMS')).toBe('error, members: 0, sent: e-mail, 4 s');
});

it('shared fate: with all gateways up, the member waits for all four', () => {
  expect(sharedFate('none')).toBe('welcome, members: 1, sent: e-mail + SMS + Kakao + LINE, 8 s');
});

it('two events one after the other: all listeners of the first, then all of the second', () => {
  const log: string[] = [];
  const publisher = eventPublisher<DomainEvent<'Told', { name: string }>>();
  publisher.subscribe('Told', ({ data }) => log.push(`Y(${data.name})`), { order: 2 });
  publisher.subscribe('Told', ({ data }) => log.push(`X(${data.name})`), { order: 1 });

  publisher.publish(event('Told', { name: 'e1' }));
  publisher.publish(event('Told', { name: 'e2' }));

  expect(log).toEqual(['X(e1)', 'Y(e1)', 'X(e2)', 'Y(e2)']);
});

it('welcome points: heard to the end before the e-mail is sent', () => {
  expect(welcomePoints()).toBe('push, e-mail');
});

it('fan-out: three handlers hear of one event', () => {
  const heard = happeningsOf(fanOut.timeline).filter((line) => line.startsWith('listener'));

  expect(heard).toEqual(
    ['EmailWelcome', 'SmsWelcome', 'KakaoWelcome'].map((id) => `listener ${id}: UserRegistered`),
  );
});

it('SMS is down: the error of a listener rolls the sign-up back, after the e-mail went out', () => {
  const happened = happeningsOf(smsDown.timeline);

  expect(happened).toContain('message e-mail: to Mina, 0 s to 2 s');
  expect(happened.slice(-5)).toEqual([
    'threw SmsWelcome: Error: SMS is down',
    'threw publisher: Error: SMS is down',
    'rolled-back transaction: ROLLED_BACK',
    'threw transaction: Error: SMS is down',
    'threw SignUpService: Error: SMS is down',
  ]);
});
