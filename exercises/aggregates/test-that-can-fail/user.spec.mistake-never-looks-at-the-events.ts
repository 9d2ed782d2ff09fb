import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('changes the password', () => {
  const user = new User('mina', 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

  user.changePassword('first-secret', 'second-secret');

  expect(user.hasPassword('second-secret')).toBe(true);
  expect(user.hasPassword('first-secret')).toBe(false);
});
