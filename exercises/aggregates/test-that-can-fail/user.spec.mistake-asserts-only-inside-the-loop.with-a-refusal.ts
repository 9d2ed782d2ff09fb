import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('changes the password', () => {
  const user = new User('mina', '123', eventFactory(fixedClock(0), sequentialIds()));

  user.changePassword('123', 'a-new-secret');

  for (const event of user.domainEvents()) {
    expect(event.data.userId).toBe('mina');
  }
});
it('tells nothing when the change is refused', () => {
  const user = new User('mina', 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

  expect(() => user.changePassword('wrong', 'a-new-secret')).toThrow(Error);
  expect(() => user.changePassword('first-secret', 'short')).toThrow(Error);
  expect(() => user.changePassword('first-secret', 'first-secret')).toThrow(Error);

  expect(user.domainEvents()).toEqual([]);
});
