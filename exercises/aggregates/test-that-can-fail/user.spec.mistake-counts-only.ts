import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('registers one event, and none when it refuses', () => {
  const user = new User('mina', 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

  expect(() => user.changePassword('wrong', 'second-secret')).toThrow(Error);
  expect(user.domainEvents()).toHaveLength(0);

  user.changePassword('first-secret', 'second-secret');
  expect(user.domainEvents()).toHaveLength(1);
});
