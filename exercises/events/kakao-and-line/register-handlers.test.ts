import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, type EventPublisher, type Subscription } from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import type { UserRegistered } from './events.ts';
import type { Gateways, MessageGateway } from './gateways.ts';
import { registerHandlers } from './register-handlers.ts';
import { SignUpService, type Member } from './sign-up-service.ts';

const listenerIds = ['welcome-email', 'welcome-sms', 'welcome-kakao', 'welcome-line'] as const;

it('sends one message through each of the four channels, to the address of that channel', () => {
  const { service, sent } = haruKitchen();

  service.signUp(mina);

  expect(
    sent.map(({ channel }) => channel).toSorted(),
    'Mina has a LINE id. One sign-up is one message through e-mail, one by SMS, one through Kakao and one through LINE',
  ).toEqual(['email', 'kakao', 'line', 'sms']);
  expect(
    addresses(sent),
    'E-mail goes to the e-mail address, SMS and Kakao to the phone number, LINE to the LINE id',
  ).toEqual(['email mina@haru.kr', 'kakao 010-1111-1111', 'line mina.line', 'sms 010-1111-1111']);
});

it('reaches every member at their own addresses, once for each sign-up', () => {
  const { service, sent } = haruKitchen();
  service.signUp(mina);
  sent.length = 0;

  service.signUp(sora);

  expect(
    addresses(sent),
    'Mina had signed up before. Sora signs up now, and Sora alone hears from all four channels, once',
  ).toEqual(['email sora@haru.kr', 'kakao 010-3333-3333', 'line sora.line', 'sms 010-3333-3333']);
});

it('sends nothing through LINE to a member without a LINE id', () => {
  const { service, sent } = haruKitchen();

  const outcome = attempt(() => service.signUp(jun));

  expect(
    outcome,
    'Jun does not use LINE. That is no error, and the sign-up succeeds: an error of a listener would reach SignUpService',
  ).toBe('succeeded');
  expect(
    addresses(sent).filter((each) => each.startsWith('line ')),
    'Jun has no LINE id, so the LINE gateway is not called at all',
  ).toEqual([]);
  expect(addresses(sent), 'Jun hears from the three other channels').toEqual([
    'email jun@haru.kr',
    'kakao 010-2222-2222',
    'sms 010-2222-2222',
  ]);
});

it.each(['mina', 'sora'] as const)('has the name of %s in each of the four messages', (who) => {
  const { service, sent } = haruKitchen();
  const member = { mina, sora }[who];

  service.signUp(member);

  expect(
    sent
      .filter(({ text }) => text.includes(member.name))
      .map(({ channel }) => channel)
      .toSorted(),
    'The text is yours, but the name of the member who signed up is in it. These are the channels whose message has it',
  ).toEqual(['email', 'kakao', 'line', 'sms']);
});

it('gives each channel a listener of its own, with its own id', () => {
  const { switchboard } = haruKitchen();

  const ids = switchboard.ids();

  expect(
    ids.filter((id) => id === undefined).length,
    'Every listener names itself by an id, in the options of subscribe',
  ).toBe(0);
  expect(
    new Set(ids).size === ids.length,
    'No two listeners have the same id: whoever looks for one has to find that one',
  ).toBe(true);
  expect(
    ids.length === listenerIds.length ? ids.filter((id) => !listenerIds.some((named) => named === id)) : [],
    'Four listeners, but not under the names of the task: welcome-email, welcome-sms, welcome-kakao and welcome-line. By these names others look for them',
  ).toEqual([]);
  expect(
    ids.map(String).toSorted(),
    'Four channels are four listeners. Later each needs its own phase, its own retries and its own owner, and is found by its id',
  ).toEqual(listenerIds.toSorted());
});

it('still has the other three channels when Kakao is switched off', () => {
  const { service, sent, switchboard } = haruKitchen();

  switchboard.switchOff('welcome-kakao');
  service.signUp(mina);

  expect(
    addresses(sent),
    'The listener welcome-kakao was unsubscribed. Exactly Kakao falls silent, and nothing else notices',
  ).toEqual(['email mina@haru.kr', 'line mina.line', 'sms 010-1111-1111']);
});

it('lets every channel be switched off without the others', () => {
  const heard = subsets(listenerIds).map((off) => {
    const names = off.join(', ');
    const label =
      off.length > 0
        ? { en: `without ${names}`, ko: `${names} 제외` }
        : { en: 'all four', ko: '네 채널 모두' };
    return during({ kind: 'call', place: 'caller', label }, () => {
      const { service, sent, switchboard } = haruKitchen();
      for (const id of off) switchboard.switchOff(id);
      service.signUp(mina);
      return sent.map(({ channel }) => `welcome-${channel}`).toSorted();
    });
  });

  expect(
    heard,
    'All 16 combinations of listeners were switched off, one after the other. Each time exactly the remaining channels have to send',
  ).toEqual(subsets(listenerIds).map((off) => listenerIds.filter((id) => !off.includes(id)).toSorted()));
});

it('subscribes when the application starts, and at no sign-up', () => {
  const { service, switchboard } = haruKitchen();
  const atStart = switchboard.ids().length;

  service.signUp(mina);
  service.signUp(sora);

  expect(atStart, 'registerHandlers subscribes all four listeners at once').toBe(4);
  expect(
    switchboard.ids().length,
    'A listener that subscribes others does so for every event: they add up, and members get the same message again and again',
  ).toBe(atStart);
});

it('leaves the sign-up as it was: the member is stored, and one UserRegistered says so', () => {
  const { service, members, switchboard } = haruKitchen();

  service.signUp(mina);
  service.signUp(jun);

  expect(
    switchboard.published.filter(({ type }) => type === 'UserRegistered').map(({ data }) => data.userId),
    'Two sign-ups are two UserRegistered, whatever number of channels listens',
  ).toEqual(['mina', 'jun']);
  expect([...members.keys()], 'Both are members').toEqual(['mina', 'jun']);
});

const mina: Member = {
  id: 'mina',
  name: 'Mina',
  contact: { email: 'mina@haru.kr', phone: '010-1111-1111', lineId: 'mina.line' },
};
const jun: Member = { id: 'jun', name: 'Jun', contact: { email: 'jun@haru.kr', phone: '010-2222-2222' } };
const sora: Member = {
  id: 'sora',
  name: 'Sora',
  contact: { email: 'sora@haru.kr', phone: '010-3333-3333', lineId: 'sora.line' },
};

type Sent = { channel: keyof Gateways; to: string; text: string };

/** The application after its start: handlers registered, nobody signed up. */
function haruKitchen() {
  const sent: Sent[] = [];
  const gateway = (channel: keyof Gateways): MessageGateway => ({
    send(to, text) {
      note({ kind: 'message', place: 'external', name: channel, label: to, payload: { to, text } });
      sent.push({ channel, to, text });
    },
  });
  const switchboard = rememberingPublisher();
  const members = new MemberTable();
  registerHandlers(switchboard.publisher, {
    email: gateway('email'),
    sms: gateway('sms'),
    kakao: gateway('kakao'),
    line: gateway('line'),
  });
  const event = eventFactory(fixedClock(0), sequentialIds());
  const inner = new SignUpService(members, switchboard.publisher, event);
  const service = {
    signUp: (member: Member) =>
      during({ kind: 'command', place: 'caller', label: `signUp(${member.id})`, payload: member }, () =>
        inner.signUp(member),
      ),
  };
  return { service, sent, members, switchboard };
}

/** Tells the timeline who is stored. */
class MemberTable extends Map<string, Member> {
  override set(id: string, member: Member): this {
    note({ kind: 'row', place: 'table', name: 'members', label: `members[${id}]`, payload: member });
    return super.set(id, member);
  }
}

/** A publisher that knows its listeners by their ids and can switch them off. */
function rememberingPublisher() {
  const inner = eventPublisher<UserRegistered>();
  const listeners: { id: string | undefined; subscription: Subscription }[] = [];
  const published: UserRegistered[] = [];
  const publisher: EventPublisher<UserRegistered> = {
    publish(event) {
      published.push(event);
      inner.publish(event);
    },
    subscribe(type, listener, options) {
      note({ kind: 'call', place: 'publisher', label: `subscribe ${String(options?.id)}` });
      const subscription = inner.subscribe(type, listener, options);
      listeners.push({ id: options?.id, subscription });
      return subscription;
    },
  };
  return {
    publisher,
    published,
    ids: () => listeners.map(({ id }) => id),
    switchOff(id: string): void {
      note({ kind: 'call', place: 'publisher', label: `unsubscribe ${id}` });
      for (const listener of listeners) if (listener.id === id) listener.subscription.unsubscribe();
    },
  };
}

function addresses(sent: readonly Sent[]): string[] {
  return sent.map(({ channel, to }) => `${channel} ${to}`).toSorted();
}

function attempt(work: () => void): string {
  try {
    work();
    return 'succeeded';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((all, item) => [...all, ...all.map((each) => [...each, item])], [[]]);
}
