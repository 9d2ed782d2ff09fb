import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './user.ts';

const NINE_O_CLOCK = Date.UTC(2026, 2, 3, 0, 0);

it('still tells each change once, in order, under the id of its member', () => {
  const stamp = eventFactory(fixedClock(NINE_O_CLOCK), sequentialIds());
  const mina = member('mina', stamp);
  const jun = member('jun', stamp);

  changePassword(mina, 'first-secret', 'second-secret');
  changePassword(jun, 'first-secret', 'second-secret');
  changePassword(mina, 'second-secret', 'third-secret');

  expect(
    [mina, jun].map((user) => user.domainEvents().length),
    'Mina changed her password twice and Jun once: two events wait in her list, and one in his',
  ).toEqual([2, 1]);
  expect(
    [mina, jun].map((user) => user.domainEvents()),
    'Mina changed her password twice and Jun once. Each holds its own events, stamped by the factory that it was given, the earlier one first',
  ).toEqual([[changed('mina', 'event-1'), changed('mina', 'event-3')], [changed('jun', 'event-2')]]);
});

it('still lets nobody empty the list of events from outside by changing what domainEvents() returned', () => {
  const mina = member('mina');
  changePassword(mina, 'first-secret', 'second-secret');

  emptied(mina.domainEvents());

  expect(
    mina.domainEvents(),
    'Reading gives a copy: whoever sorts or empties it changes nothing about what the user is going to tell',
  ).toEqual([changed('mina', 'event-1')]);
});

it('still refuses what it refused: no event, and the old password stays', () => {
  const mina = member('mina');

  const answers = [
    attempt(mina, 'not-my-secret', 'second-secret'),
    attempt(mina, 'first-secret', '7letter'),
    attempt(mina, 'first-secret', 'first-secret'),
  ];

  expect(answers, 'A wrong password, a short one and the same one again are refused with an Error').toEqual([
    'refused',
    'refused',
    'refused',
  ]);
  expect(mina.domainEvents(), 'Nothing changed, so nothing may wait to be told').toEqual([]);
  expect(mina.hasPassword('first-secret'), 'After a refusal the old password must still work').toBe(true);

  expect(
    attempt(mina, 'first-secret', '8letters'),
    'The current password is right, the new one is long enough and different: this change must be accepted',
  ).toBe('accepted');
  expect(mina.hasPassword('8letters'), 'After a change the new password works').toBe(true);
});

function member(id: string, stamp = eventFactory(fixedClock(NINE_O_CLOCK), sequentialIds())): User {
  return new User(id, 'first-secret', stamp);
}

function changed(userId: string, eventId: string): object {
  return { type: 'PasswordChanged', data: { userId }, eventId, occurredAt: NINE_O_CLOCK };
}

function changePassword(user: User, current: string, next: string): void {
  const payload = { userId: user.id, current, next };
  during({ kind: 'command', place: 'caller', label: 'ChangePassword', payload }, () =>
    user.changePassword(current, next),
  );
}

function attempt(user: User, current: string, next: string): string {
  try {
    changePassword(user, current, next);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? 'refused' : `threw ${String(error)}`;
  }
}

/** A list that cannot be changed is as good as a copy. */
function emptied(events: readonly object[]): void {
  try {
    (events as object[]).length = 0;
  } catch {
    // Frozen.
  }
}
