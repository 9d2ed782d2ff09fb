import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

const newUser = (id: string) => new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

it('accepts a change', () => {
  const jun = newUser('jun');
  jun.changePassword('first-secret', 'another-secret');

  const [event, ...others] = jun.domainEvents();
  expect(event).toMatchObject({ type: 'PasswordChanged', data: { userId: 'jun' } });
  expect(Object.keys(event!.data)).toEqual(['userId']);
  expect(others).toEqual([]);
});

it.each(['', 'short', 'first-secret'])('refuses "%s"', (next) => {
  expect(() => newUser('jun').changePassword('first-secret', next)).toThrow(Error);
});
