import { expect, it } from 'vitest';
import type { Clock, IdGenerator } from 'past-tense';
import { attachDrawing } from 'past-tense/drawing';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { passwordChanged, userRegistered } from './events.ts';
import { User } from './user.ts';

// In Seoul, where Haru Kitchen is.
const NINE_O_CLOCK = Date.UTC(2026, 2, 3, 0, 0);
const TEN_O_CLOCK = Date.UTC(2026, 2, 3, 1, 0);

it('names what has happened: UserRegistered and PasswordChanged', () => {
  const types = bothEventsOf(member()).map(({ type }) => type);

  expect(
    types.filter((type) => /^(register|change|update|create|set)(?!d|ed)/i.test(type)),
    'A name like this asks for something that may still be refused. An event says what has already happened',
  ).toEqual([]);
  expect(types, 'Handlers find the facts by these two names').toEqual(['UserRegistered', 'PasswordChanged']);
});

it('tells whom it happened to: each member by their own id', () => {
  const [ofMina, ofJun] = [member({ id: 'mina' }), member({ id: 'jun', name: 'Jun Park' })].map((user) =>
    bothEventsOf(user).map((event) => dataOf(event)['userId']),
  );

  expect(
    [ofMina, ofJun].flat().map((userId) => typeof userId),
    'Both events have a field data.userId: without it nobody knows whose news this is',
  ).toEqual(['string', 'string', 'string', 'string']);
  expect(
    ofMina?.filter((userId, index) => userId === ofJun?.[index]),
    'Mina and Jun are two members, and their events name the same one. The second member would speak under the first one’s id',
  ).toEqual([]);
  expect([ofMina, ofJun], 'data.userId is the id of the member whom the event is about').toEqual([
    ['mina', 'mina'],
    ['jun', 'jun'],
  ]);
});

it('tells under what name and contact a member registered', () => {
  const mina = told('userRegistered', member({ id: 'mina' }), fixedClock(NINE_O_CLOCK), sequentialIds());
  const jun = told(
    'userRegistered',
    new User('jun', 'Jun Park', { email: 'jun@example.com', phone: '010-2', channels: [] }, 'secret'),
    fixedClock(NINE_O_CLOCK),
    sequentialIds(),
  );

  expect(
    [dataOf(mina), dataOf(jun)].map(({ name, contact }) => ({ name, contact })),
    'Whoever welcomes a new member needs the name, the addresses and the channels, in the order in which the member prefers them',
  ).toEqual([
    { name: 'Mina Kim', contact: { email: 'mina@example.com', phone: '010-1', channels: ['sms', 'email'] } },
    { name: 'Jun Park', contact: { email: 'jun@example.com', phone: '010-2', channels: [] } },
  ]);
});

it('tells ids and values, and does not hold the member', () => {
  const user = member();

  expect(
    bothEventsOf(user).flatMap((event) => partsOf(event).filter(({ part }) => part === user)),
    'The event leads to the member itself, which goes on changing: a fact carries the values of its moment',
  ).toEqual([]);
});

it('has the fields that the task names, and no others', () => {
  const [registered, changed] = bothEventsOf(member());
  const parts = [
    { part: 'registered', value: registered, fields: ['type', 'data', 'eventId', 'occurredAt'] },
    { part: 'registered.data', value: dataOf(registered), fields: ['userId', 'name', 'contact'] },
    {
      part: 'registered.data.contact',
      value: dataOf(registered)['contact'],
      fields: ['email', 'phone', 'channels'],
    },
    { part: 'changed', value: changed, fields: ['type', 'data', 'eventId', 'occurredAt'] },
    { part: 'changed.data', value: dataOf(changed), fields: ['userId'] },
  ];

  expect(
    parts.flatMap(({ part, value, fields }) =>
      fields.filter((field) => !fieldsOf(value).includes(field)).map((field) => `${part}.${field}`),
    ),
    'The task names fields that are not there. A handler looks for them at exactly this place',
  ).toEqual([]);
  expect(
    parts.flatMap(({ part, value, fields }) =>
      fieldsOf(value)
        .filter((field) => !fields.includes(field))
        .map((field) => `${part}.${field}`),
    ),
    'Somebody will rely on every field that an event has, so each needs a reader. The task names the fields; these are too many',
  ).toEqual([]);
});

it('gives every event an eventId of its own, from the id generator', () => {
  const [mina, jun] = [member({ id: 'mina' }), member({ id: 'jun' })];
  const ids = sequentialIds('fact');

  const eventIds = [mina, mina, jun].flatMap((user) => bothEventsOf(user, ids).map(({ eventId }) => eventId));

  expect(
    new Set(eventIds).size,
    'Six events are six facts. Two of them with one eventId look like one fact that was delivered twice',
  ).toBe(6);
  expect(
    eventIds.filter((eventId) => !/^fact-\d+$/.test(String(eventId))),
    'The ids come from the generator that the function is given, so that a test knows them beforehand',
  ).toEqual([]);
});

it('takes the time of the event from the clock, in epoch milliseconds', () => {
  const clock = fixedClock(NINE_O_CLOCK);
  const ids = sequentialIds();

  const registered = told('userRegistered', member(), clock, ids);
  clock.moveTo(TEN_O_CLOCK);
  const changed = told('passwordChanged', member(), clock, ids);

  expect(
    [registered.occurredAt, changed.occurredAt],
    'occurredAt is the number that the given clock shows at that moment: it survives JSON, and a test can say what time it is',
  ).toEqual([NINE_O_CLOCK, TEN_O_CLOCK]);
});

it('keeps the password out of both events', () => {
  const events = bothEventsOf(member({ password: 'purple-giraffe' }));

  expect(
    JSON.stringify(events),
    'Every handler, log and outbox reads the event: no password belongs in it',
  ).not.toContain('purple-giraffe');
});

it('tells the same whatever the password is', () => {
  const one = bothEventsOf(member({ password: 'purple-giraffe' }));
  const other = bothEventsOf(member({ password: 'an-even-older-donkey' }));

  expect(
    one.map(dataOf),
    'Nothing in data may depend on the password: a hash or a length tells about it too',
  ).toEqual(other.map(dataOf));
});

it('cannot be changed by anybody who receives it, at any depth', () => {
  const events = bothEventsOf(member());

  expect(
    events.filter((event) => !Object.isFrozen(event)).map(({ type }) => type),
    'The first handler could change the event, and the second would get another fact. Object.freeze refuses that at run time',
  ).toEqual([]);
  expect(
    events.flatMap(partsOf).filter(({ part }) => !Object.isFrozen(part)),
    'The event itself is frozen, but a part of it is not: Object.freeze stops at the first level',
  ).toEqual([]);
});

it('stays as it was when the member changes afterwards', () => {
  const user = member({ id: 'mina' });
  const events = bothEventsOf(user);
  const before = events.map((event) => JSON.stringify(event));

  changeEverythingOf(user);
  const after = events.map((event) => JSON.stringify(event));
  drawFields(before, after);

  expect(
    after,
    'The member moved on, and the event moved with it. It shares something with the member that it has to copy',
  ).toEqual(before);
});

it('leaves the member free to change', () => {
  const user = member();
  bothEventsOf(user);

  changeEverythingOf(user);

  expect(
    { name: user.name, contact: user.contact, password: user.password },
    'Only the event is frozen. The member has to be able to change after it has been told about',
  ).toEqual({
    name: 'Mina Lee',
    contact: { email: 'lee@example.com', phone: '010-9', channels: ['sms', 'email', 'kakao'] },
    password: 'another-secret',
  });
});

it('comes back from JSON as the same fact', () => {
  const events = bothEventsOf(member());

  expect(
    JSON.parse(JSON.stringify(events)),
    'An outbox stores events as JSON. What comes out has to equal what went in: text, numbers, lists and plain objects do',
  ).toEqual(events);
});

function member({ id = 'mina', name = 'Mina Kim', password = 'first-secret' } = {}): User {
  const contact = { email: 'mina@example.com', phone: '010-1', channels: ['sms' as const, 'email' as const] };
  return new User(id, name, contact, password);
}

/** What the tests look at, whether the learner's types have it or not. */
type Fact = Readonly<{ type: string; data?: object; eventId?: unknown; occurredAt?: unknown }>;

function bothEventsOf(user: User, ids = sequentialIds()): [Fact, Fact] {
  const clock = fixedClock(NINE_O_CLOCK);
  return [told('userRegistered', user, clock, ids), told('passwordChanged', user, clock, ids)];
}

const factories = { userRegistered, passwordChanged };

/** What the learner's function makes of the member. */
function told(name: keyof typeof factories, user: User, clock: Clock, ids: IdGenerator): Fact {
  return during({ kind: 'call', place: 'caller', label: name }, () => {
    const event: Partial<Fact> | undefined = factories[name](user, clock, ids);
    const label = event?.type ?? '?';
    note({ kind: 'registered', place: 'aggregate', name: user, label, payload: event });
    return event as Fact;
  });
}

/** In place, so that whoever shares a part with the member sees it change. */
function changeEverythingOf(user: User): void {
  note({
    kind: 'call',
    place: 'aggregate',
    name: user,
    label: { en: 'everything changes', ko: '모든 값이 바뀜' },
  });
  Reflect.set(user, 'name', 'Mina Lee');
  Reflect.set(user, 'password', 'another-secret');
  Reflect.set(user.contact, 'email', 'lee@example.com');
  Reflect.set(user.contact, 'phone', '010-9');
  Reflect.set(user.contact.channels, 2, 'kakao');
}

/** The event's data, whatever it looks like; an event without any has empty data. */
function dataOf(event: Fact): Record<string, unknown> {
  return { ...event.data };
}

function fieldsOf(value: unknown): string[] {
  return Object.keys(Object(value));
}

type Part = { path: string; part: object };

/** Every object that the event leads to, the event first, each by one path. */
function partsOf(event: Fact): Part[] {
  const parts: Part[] = [{ path: event.type, part: event }];
  const seen = new Set<unknown>([event]);
  for (const { path, part } of parts) {
    for (const [field, inner] of Object.entries(part)) {
      if (typeof inner !== 'object' || inner === null || seen.has(inner)) continue;
      seen.add(inner);
      parts.push({ path: `${path}.${field}`, part: inner });
    }
  }
  return parts;
}

/** Both events field by field, as JSON: when they were made, and when the member had changed. */
function drawFields(before: readonly (string | undefined)[], after: readonly (string | undefined)[]): void {
  const [then, now] = [leavesOf(before), leavesOf(after)];
  attachDrawing({
    kind: 'board',
    caption: {
      en: 'Your two events, before and after the member changes',
      ko: '회원이 바뀌기 전과 후의 두 이벤트',
    },
    corner: { en: 'Field', ko: '필드' },
    columns: [
      { en: 'when it was made', ko: '만들었을 때' },
      { en: 'after the change', ko: '회원이 바뀐 뒤' },
    ],
    rows: [...new Set([...then.keys(), ...now.keys()])].map((field) => ({
      head: field,
      cells: [
        { text: then.get(field) ?? '–' },
        {
          text: now.get(field) ?? '–',
          mark: then.get(field) === now.get(field) ? 'right' : 'wrong',
        },
      ],
    })),
  });
}

/** Each text, number or other value that is no object, by its path. */
function leavesOf(events: readonly (string | undefined)[]): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (path: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) leaves.set(path, JSON.stringify(value));
    else for (const [key, part] of Object.entries(value)) visit(`${path}.${key}`, part);
  };
  for (const json of events) {
    const event = JSON.parse(json ?? '{}') as { type?: unknown };
    for (const [field, value] of Object.entries(event)) {
      if (field !== 'type') visit(`${String(event.type)}.${field}`, value);
    }
  }
  return leaves;
}
