import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('tells a change once, under the id of its member and without a password', () => {
  for (const id of ['mina', 'jun']) {
    const user = member(id);

    user.changePassword('first-secret', 'second-secret');

    expect(told(user), 'one fact, with the id and nothing else').toEqual([
      { type: 'PasswordChanged', data: { userId: id } },
    ]);
  }
});

it('tells nothing when it refuses', () => {
  const user = member('mina');

  expect(() => user.changePassword('not-my-secret', 'second-secret')).toThrow(Error);

  expect(told(user), 'nothing changed, so there is nothing to tell').toEqual([]);
});

function member(id: string): User {
  return new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));
}

function told(user: User): object[] {
  return user.domainEvents().map(({ type, data }) => ({ type, data }));
}
