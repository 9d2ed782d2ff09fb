import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('tells the change', () => {
  const user = new User('fistkim101', '123', eventFactory(fixedClock(0), sequentialIds()));

  expect(() => user.changePassword('wrong', 'a-new-secret')).toThrow(Error);
  expect(user.domainEvents()).toEqual([]);

  user.changePassword('123', 'a-new-secret');
  expect(user.domainEvents()).toEqual([
    { type: 'PasswordChanged', data: { userId: 'fistkim101' }, eventId: 'event-1', occurredAt: 0 },
  ]);
});
