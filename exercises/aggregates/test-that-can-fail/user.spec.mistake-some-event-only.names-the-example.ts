import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('changes the password', () => {
  const user = new User('fistkim101', '123', eventFactory(fixedClock(0), sequentialIds()));

  user.changePassword('123', 'a-new-secret');

  expect(user.domainEvents()[0]?.data.userId).toBe('fistkim101');
});
