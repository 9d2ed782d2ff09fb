import { expect, it } from 'vitest';
import { eventFactory, type EventFactory } from 'past-tense';
import { showCase, type ShownMessage } from 'past-tense/drawing';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './user.ts';
import type { PasswordChanged } from './events.ts';

// In Seoul, where Haru Kitchen is.
const NINE_O_CLOCK = Date.UTC(2026, 2, 3, 0, 0);
const TEN_O_CLOCK = Date.UTC(2026, 2, 3, 1, 0);

it('tells a change under the id of the member whose password changed', () => {
  const mina = member({ id: 'mina' });
  const jun = member({ id: 'jun' });
  showCase({
    given: [{ en: 'Mina and Jun are members', ko: '미나와 준은 회원입니다' }],
    when: { en: 'each of them changes their password', ko: '두 사람이 각자 비밀번호를 바꿉니다' },
    then: [changed('mina'), changed('jun')],
    yours: () => [mina, jun].flatMap((user) => user.domainEvents()),
  });

  accepts(mina, 'first-secret', 'second-secret');
  accepts(jun, 'first-secret', 'second-secret');

  const userIds = eventsOf(mina, jun).map((event) => event.data.userId);
  expect(
    [...new Set(userIds)],
    'Mina and Jun each changed their own password. The event has to carry the id of the user that it happened to, or the text message goes to somebody else',
  ).toEqual(['mina', 'jun']);
});

it('tells a change once, as PasswordChanged, with the time at which it happened', () => {
  const user = member();
  showChange(user, 'first-secret', 'second-secret', [{ ...changed('mina'), occurredAt: NINE_O_CLOCK }]);

  accepts(user, 'first-secret', 'second-secret');

  expect(
    told(user),
    'One change is one PasswordChanged, and the injected EventFactory stamps it with the time',
  ).toEqual([`PasswordChanged at ${NINE_O_CLOCK}`]);
});

it('lets the new password in after a change, and the old one no longer', () => {
  const user = member();

  accepts(user, 'first-secret', 'second-secret');

  expect(user.hasPassword('second-secret'), 'After a change the new password works').toBe(true);
  expect(user.hasPassword('first-secret'), 'After a change the old password no longer works').toBe(false);
});

it('tells two changes as two events, in the order in which they happened', () => {
  const clock = fixedClock(NINE_O_CLOCK);
  const user = member({ event: eventFactory(clock, sequentialIds()) });
  showCase({
    given: [hasPassword('first-secret')],
    when: { en: 'Mina changes it at 9 and again at 10', ko: '미나가 9시와 10시에 비밀번호를 바꿉니다' },
    then: [
      { ...changed('mina'), occurredAt: NINE_O_CLOCK },
      { ...changed('mina'), occurredAt: TEN_O_CLOCK },
    ],
    yours: () => user.domainEvents(),
  });

  accepts(user, 'first-secret', 'second-secret');
  clock.moveTo(TEN_O_CLOCK);
  accepts(user, 'second-secret', 'third-secret');

  const events = user.domainEvents();
  expect(told(user), 'Two changes are two events, the earlier one first').toEqual([
    `PasswordChanged at ${NINE_O_CLOCK}`,
    `PasswordChanged at ${TEN_O_CLOCK}`,
  ]);
  expect(
    new Set(events.map((event) => event.eventId)).size,
    'Two facts need two identities: with one eventId the second looks like a repeated delivery of the first',
  ).toBe(2);
});

it('accepts a new password of exactly 8 characters', () => {
  const user = member();

  accepts(user, 'first-secret', '8letters');

  expect(user.hasPassword('8letters'), '8 characters are enough: only fewer are too short').toBe(true);
});

it('lets a member change an old password that is shorter than 8 characters', () => {
  const user = member({ password: '123' });

  accepts(user, '123', 'second-secret');

  expect(
    user.hasPassword('second-secret'),
    'The rule about length is for new passwords. Members from before the rule must be able to change theirs',
  ).toBe(true);
});

it('refuses a wrong current password: no event, and the old password stays', () => {
  refuses(member(), 'not-my-secret', 'second-secret', 'The current password was wrong');
});

it('refuses a new password of fewer than 8 characters: no event, and the old password stays', () => {
  refuses(member(), 'first-secret', '7letter', 'The new password has 7 characters, fewer than 8');
  refuses(member(), 'first-secret', '', 'The new password is empty');
});

it('refuses a new password that equals the current one: no event, and the password stays', () => {
  refuses(member(), 'first-secret', 'first-secret', 'The new password is the old one, so nothing changed');
});

it('keeps the news of an earlier change when a later attempt is refused', () => {
  const user = member();
  accepts(user, 'first-secret', 'second-secret');
  showCase({
    given: [changed('mina')],
    when: changePassword('not-my-secret', 'third-secret'),
    then: [changed('mina')],
    yours: () => user.domainEvents(),
  });

  attempt(user, 'not-my-secret', 'third-secret');

  expect(
    told(user),
    'The first change happened and is not published yet. A refusal afterwards must neither drop it nor add to it',
  ).toEqual([`PasswordChanged at ${NINE_O_CLOCK}`]);
});

it('keeps every password, old and new, out of the event', () => {
  const user = member({ password: 'old-horse' });
  showChange(user, 'old-horse', 'new-zebra', [changed('mina')]);

  accepts(user, 'old-horse', 'new-zebra');

  const json = JSON.stringify(eventsOf(user));
  expect(json, 'Every listener, log and outbox reads the event: no password belongs in it').not.toMatch(
    /old-horse|new-zebra/,
  );
});

it('tells the same whatever the passwords are', () => {
  const one = member({ password: 'old-horse' });
  const other = member({ password: 'an-even-older-donkey' });

  accepts(one, 'old-horse', 'new-zebra');
  accepts(other, 'an-even-older-donkey', 'a-giraffe-of-some-age');

  expect(
    eventsOf(one).map((event) => event.data),
    'Nothing in the event may depend on a password: a hash, a length or an encoded password tells about it too',
  ).toEqual(eventsOf(other).map((event) => event.data));
});

function member({
  id = 'mina',
  password = 'first-secret',
  event = eventFactory(fixedClock(NINE_O_CLOCK), sequentialIds()),
}: { id?: string; password?: string; event?: EventFactory } = {}): User {
  return new User(id, password, event);
}

function accepts(user: User, current: string, next: string): void {
  expect(
    attempt(user, current, next),
    'The current password is right, the new one is long enough and different: this change must be accepted',
  ).toBe('accepted');
}

/** Ends with a change that must be accepted: code that throws for some other reason is no refusal. */
function refuses(user: User, current: string, next: string, because: string): void {
  showChange(user, current, next, []);
  expect(attempt(user, current, next), `${because}: changePassword has to throw an Error`).toMatch(/^threw /);
  expect(
    user.domainEvents(),
    `${because}: nothing happened, so there is nothing to tell. No event may wait to be published`,
  ).toEqual([]);
  expect(user.hasPassword('first-secret'), `${because}: the old password must still work`).toBe(true);
  expect(
    next !== 'first-secret' && user.hasPassword(next),
    `${because}: the refused password must not work`,
  ).toBe(false);

  showChange(user, 'first-secret', 'a-proper-secret', [changed('mina')]);
  accepts(user, 'first-secret', 'a-proper-secret');
  expect(
    user.domainEvents().length,
    'After the refusal one correct change was made: exactly that one is told',
  ).toBe(1);
}

const changed = (userId: string) => ({ type: 'PasswordChanged', data: { userId } });

const changePassword = (current: string, next: string) => ({
  type: 'ChangePassword',
  data: { current, next },
});

const hasPassword = (password: string) => ({
  en: `Mina’s password is ${password}`,
  ko: `미나의 비밀번호는 ${password}입니다`,
});

/** Tells the learner what the test does next, and what is to come of it. */
function showChange(user: User, current: string, next: string, then: readonly ShownMessage[]): void {
  const given = [hasPassword(current === 'not-my-secret' ? 'first-secret' : current)];
  showCase({ given, when: changePassword(current, next), then, yours: () => user.domainEvents() });
}

function attempt(user: User, current: string, next: string): string {
  try {
    const label = 'ChangePassword';
    during({ kind: 'command', place: 'caller', label, payload: { current, next } }, () =>
      user.changePassword(current, next),
    );
    return 'accepted';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function told(user: User): string[] {
  return user.domainEvents().map(({ type, occurredAt }) => `${type} at ${occurredAt}`);
}

function eventsOf(...users: User[]): readonly PasswordChanged[] {
  const events = users.flatMap((user) => [...user.domainEvents()]);
  expect(
    events,
    'A change has to leave an event behind, which waits in the user until the user is saved',
  ).not.toEqual([]);
  return events;
}
