import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

const member = (id: string) => new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

it('tells something after a change, and nothing after a refusal', () => {
  const mina = member('mina');
  expect(() => mina.changePassword('nonsense', 'second-secret')).toThrow(Error);
  expect(mina.domainEvents().length).toBe(0);

  mina.changePassword('first-secret', 'second-secret');
  expect(mina.domainEvents().some(({ type }) => type === 'PasswordChanged')).toBe(true);
});
