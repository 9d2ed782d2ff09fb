import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

const member = (id: string) => new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

it('tells the change', () => {
  const mina = member('mina');
  expect(() => mina.changePassword('first-secret', 'short')).toThrow(Error);
  expect(mina.domainEvents()).toEqual([]);

  mina.changePassword('first-secret', 'second-secret');
  const [event] = mina.domainEvents();
  expect(event?.type).toBe('PasswordChanged');
  expect(event?.data).toEqual({ userId: 'mina' });
});
