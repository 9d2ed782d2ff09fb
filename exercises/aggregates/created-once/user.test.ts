import { expect, it } from 'vitest';
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  type EventFactory,
} from 'past-tense';
import { drawBoard, showCase } from 'past-tense/drawing';
import { collectEvents, during, fixedClock, sequentialIds } from 'past-tense/testing';
import type { UserEvent } from './events.ts';
import { userRepository } from './user-repository.ts';
import type { UserRow } from './user-row.ts';
import { User } from './user.ts';

const JUN: UserRow = { id: 'user-77', email: 'jun@example.com', nickname: 'Jun' };
const BORA: UserRow = { id: 'user-78', email: 'bora@example.com', nickname: 'Bora' };
/** From the first year, when one character was enough. */
const K: UserRow = { id: 'user-3', email: 'k@example.com', nickname: 'K' };

const board = drawBoard({
  caption: { en: 'How many events arise', ko: '이벤트가 몇 개 생기는지' },
  corner: { en: 'What is done', ko: '하는 일' },
  columns: { events: { en: 'events', ko: '이벤트' } },
  rows: {
    registered: { en: 'one member registers', ko: '회원 한 명이 가입' },
    loaded: { en: 'a member is loaded 1,000 times', ko: '회원을 1,000번 조회' },
    resaved: { en: 'a member is loaded and saved', ko: '회원을 조회해 그대로 저장' },
    lifelong: { en: 'one registers, is saved twice, loaded, saved', ko: '가입, 두 번 저장, 조회, 다시 저장' },
    renamed: { en: 'two are loaded and renamed', ko: '두 명을 조회해 닉네임 변경' },
  },
});

it('registers UserRegistered under the real id when somebody becomes a member', () => {
  const { register } = open();
  showCase({
    when: { en: 'Mina and Sora become members', ko: '미나와 소라가 회원으로 가입합니다' },
    then: [registered('user-1', 'mina@example.com'), registered('user-2', 'sora@example.com')],
    yours: () => [mina, sora].flatMap((user) => user.domainEvents()),
  });

  const mina = register('mina@example.com', 'Mina');
  const sora = register('sora@example.com', 'Sora');

  count('registered', mina.domainEvents(), 1);
  for (const user of [mina, sora]) {
    expect(
      user.domainEvents().map(({ type }) => type),
      'Somebody became a member just now: that is one UserRegistered, which waits in the user until it is saved',
    ).toEqual(['UserRegistered']);
  }
  for (const user of [mina, sora]) {
    expect(
      user.domainEvents().map(({ data }) => data.userId),
      'The event is about the user who registers it, so it carries the id of this user',
    ).toEqual([user.id]);
  }
  expect(
    [mina, sora].flatMap((user) => user.domainEvents().map(({ data }) => data)),
    'The event carries the id under which the member will be found. Ask the sequence before you tell anybody',
  ).toEqual([
    { userId: 'user-1', email: 'mina@example.com' },
    { userId: 'user-2', email: 'sora@example.com' },
  ]);
});

it('tells the id by which the saved member is found', () => {
  const { register, users, heard } = open();
  showCase({
    when: { en: 'Mina becomes a member and is saved', ko: '회원으로 가입한 미나를 저장합니다' },
    then: [registered('user-1', 'mina@example.com')],
    yours: () => heard,
  });

  const mina = register('mina@example.com', 'Mina');
  users.save(mina);

  expect(
    heard.map(({ type }) => type),
    'Mina has become a member and is saved: now the listeners hear of it',
  ).toEqual(['UserRegistered']);
  const userId = heard.find(({ type }) => type === 'UserRegistered')?.data.userId;
  expect(
    users.findById(String(userId))?.email,
    'A listener looks the new member up by the id of the event. There has to be a member under it, and the right one',
  ).toBe('mina@example.com');
  expect(mina.id, 'Event, user and row speak of one member, so they have one id').toBe(userId);
});

it('stores each member in one row, with id, e-mail address and nickname', () => {
  const { register, users, rows } = open();

  const mina = register('mina@example.com', 'Mina');
  users.save(mina);
  users.save(mina);
  users.save(register('sora@example.com', 'Sora'));

  expect(
    rows().map(({ id }) => id),
    'Two people became members: two rows, under the ids that the sequence gave them',
  ).toEqual(['user-1', 'user-2']);
  expect(rows(), 'Each row holds what its member has filled in').toEqual([
    { id: 'user-1', email: 'mina@example.com', nickname: 'Mina' },
    { id: 'user-2', email: 'sora@example.com', nickname: 'Sora' },
  ]);
});

it('loads a member a thousand times without registering an event', () => {
  const { users, event } = open([JUN]);

  const events: UserEvent[] = [];
  for (let load = 1; load <= 1_000; load += 1) events.push(...users.findById(JUN.id)!.domainEvents());
  count('loaded', events, 0);

  expect(
    events.filter(({ type }) => type === 'UserRegistered').length,
    'Jun has long been registered: 1,000 loads are 0 registrations',
  ).toBe(0);
  expect(
    events.length,
    'Reading a row is nothing that happened to the member: 1,000 loads are 0 events',
  ).toBe(0);
  expect(
    event.asked(),
    'No event waits in the loaded member, but one arose and was thrown away. Nothing happened, so none has to arise',
  ).toBe(0);
});

it('reconstitutes a member from its row with everything in it, and registers nothing, whoever calls', () => {
  const event = factory();
  showCase({
    given: [registered(JUN.id, JUN.email)],
    when: 'User.reconstitute(row, event)',
    then: [],
    yours: () => jun.domainEvents(),
  });
  const call = { kind: 'call', place: 'caller', label: 'User.reconstitute(row)', payload: JUN } as const;
  const jun = during(call, () => User.reconstitute(JUN, event));

  expect(
    { id: jun.id, email: jun.email, nickname: jun.nickname },
    'A reconstituted member is the one that was stored',
  ).toEqual(JUN);
  expect(
    jun.domainEvents(),
    'reconstitute is called by whoever reads rows, not only by the repository. It registers nothing, and nobody has to clear up after it',
  ).toEqual([]);
  expect(
    event.asked(),
    'reconstitute asks for no event: an event that arises and is thrown away is one too many',
  ).toBe(0);
});

it('publishes nothing when a loaded member is saved as it is', () => {
  const { users, heard, rows } = open([JUN]);
  showCase({
    given: [registered(JUN.id, JUN.email)],
    when: { en: 'Jun is loaded and saved as he is', ko: '준을 조회해 그대로 저장합니다' },
    then: [],
    yours: () => heard,
  });

  users.save(users.findById(JUN.id)!);
  count('resaved', heard, 0);

  expect(heard, 'Jun has been a member for years. Loading and saving is no second registration').toEqual([]);
  expect(rows(), 'Loaded and saved, the row is as it was').toEqual([JUN]);
});

it('publishes the registration once, however often the member is saved and loaded afterwards', () => {
  const { register, users, heard } = open();
  showCase({
    when: {
      en: 'Mina becomes a member, is saved twice, loaded and saved again',
      ko: '회원으로 가입한 미나를 두 번 저장하고, 조회해 다시 저장합니다',
    },
    then: [registered('user-1', 'mina@example.com')],
    yours: () => heard,
  });

  const mina = register('mina@example.com', 'Mina');
  users.save(mina);
  users.save(mina);
  users.save(users.findById(mina.id) ?? mina);
  count('lifelong', heard, 1);

  expect(
    heard.map(({ type }) => type),
    'Mina became a member once, so the congratulation goes out once',
  ).toEqual(['UserRegistered']);
});

it('loads and saves a member whose nickname breaks the rule of today', () => {
  const { users, heard, rows } = open([JUN, K]);

  expect(
    attempt(() => users.save(users.findById(JUN.id)!)),
    'The nickname of Jun is long enough, and so he is loaded and saved',
  ).toBe('accepted');
  expect(
    attempt(() => users.save(users.findById(K.id)!)),
    'K has been a member since before the rule. What is stored has happened: loading accepts it as it is',
  ).toBe('accepted');
  expect(rows(), 'Nobody mends a nickname by loading it').toEqual([JUN, K]);
  expect(heard, 'Nothing happened to K').toEqual([]);
});

it('refuses a new member whose nickname has fewer than 2 characters', () => {
  const { register } = open();

  for (const nickname of ['K', '']) {
    expect(
      attempt(() => register('new@example.com', nickname)),
      'For whoever registers today the rule holds: fewer than 2 characters are refused by an Error',
    ).toMatch(/^threw /);
  }
  expect(
    attempt(() => register('jo@example.com', 'Jo')),
    '2 characters are enough',
  ).toBe('accepted');
});

it('lets a loaded member tell what happens from then on, and holds new nicknames to the rule', () => {
  const { users, heard, rows } = open([JUN, BORA]);
  showCase({
    given: [registered(JUN.id, JUN.email), registered(BORA.id, BORA.email)],
    when: {
      en: 'both are loaded, choose a new nickname and are saved',
      ko: '두 회원을 조회해 닉네임을 바꾸고 저장합니다',
    },
    then: [
      { type: 'NicknameChanged', data: { userId: JUN.id, nickname: 'Jo' } },
      { type: 'NicknameChanged', data: { userId: BORA.id, nickname: 'Bobo' } },
    ],
    yours: () => heard,
  });

  for (const [{ id }, nickname] of [
    [JUN, 'Jo'],
    [BORA, 'Bobo'],
  ] as const) {
    const user = users.findById(id)!;
    expect(
      attempt(() => user.changeNickname('J')),
      'A nickname that is chosen today has at least 2 characters, whoever chooses it',
    ).toMatch(/^threw /);
    expect(
      attempt(() => user.changeNickname(nickname)),
      'This nickname is long enough',
    ).toBe('accepted');
    users.save(user);
  }
  count('renamed', heard, 2);

  expect(
    heard.map(({ type }) => type),
    'Jun and Bora have been members for years: nobody registers by choosing a new nickname',
  ).not.toContain('UserRegistered');
  expect(
    heard.map(({ type }) => type),
    'A loaded member who chooses a new nickname tells it, as everybody does',
  ).toContain('NicknameChanged');
  expect(
    heard.map(({ type, data }) => [type, data]),
    'Loading is no event, but a new nickname is one: it is told once, under the id of the loaded member',
  ).toEqual([
    ['NicknameChanged', { userId: JUN.id, nickname: 'Jo' }],
    ['NicknameChanged', { userId: BORA.id, nickname: 'Bobo' }],
  ]);
  expect(rows(), 'The new nicknames are in the rows').toEqual([
    { ...JUN, nickname: 'Jo' },
    { ...BORA, nickname: 'Bobo' },
  ]);
});

function count(done: Parameters<typeof board.mark>[0], events: readonly UserEvent[], right: number): void {
  board.mark(done, 'events', {
    text: String(events.length),
    mark: events.length === right ? 'right' : 'wrong',
  });
}

const registered = (userId: string, email: string) => ({ type: 'UserRegistered', data: { userId, email } });

/** A table with these rows, a repository that publishes on save, and somebody who listens. */
function open(stored: readonly UserRow[] = []) {
  const database = inMemoryDatabase();
  const table = database.table<UserRow>('users');
  for (const row of stored) table.put(row);

  const publisher = eventPublisher<UserEvent>();
  const heard: readonly UserEvent[] = collectEvents(publisher, 'UserRegistered', 'NicknameChanged');
  const ids = sequentialIds('user');
  const event = factory();
  return {
    users: publishingRepository(userRepository(table, ids, event), publisher),
    register: (email: string, nickname: string) =>
      during({ kind: 'command', place: 'caller', label: 'Register', payload: { email, nickname } }, () =>
        User.register(ids, { email, nickname }, event),
      ),
    rows: () => database.committed<UserRow>('users'),
    heard,
    event,
  };
}

/** A factory that counts how often it is asked for an event. */
function factory(): EventFactory & { asked(): number } {
  const make = eventFactory(fixedClock(0), sequentialIds());
  let asked = 0;
  const counting: EventFactory = (type, data) => {
    asked += 1;
    return make(type, data);
  };
  return Object.assign(counting, { asked: () => asked });
}

function attempt(action: () => void): string {
  try {
    action();
    return 'accepted';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
