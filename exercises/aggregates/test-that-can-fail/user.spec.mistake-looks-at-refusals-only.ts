import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './domain/user.ts';

const member = (id: string) => new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));

it('tells nothing when the change is refused', () => {
  const user = member('mina');

  expect(() => user.changePassword('wrong', 'a-new-secret')).toThrow(Error);
  expect(() => user.changePassword('first-secret', 'short')).toThrow(Error);
  expect(() => user.changePassword('first-secret', 'first-secret')).toThrow(Error);

  expect(user.domainEvents()).toEqual([]);
});
