import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

it('tells the change', () => {
  const user = new User('mina', 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

  user.changePassword('first-secret', 'second-secret');

  expect(user.domainEvents()).toEqual([
    { type: 'PasswordChanged', data: { userId: 'mina' }, eventId: 'event-1', occurredAt: 0 },
  ]);
});
