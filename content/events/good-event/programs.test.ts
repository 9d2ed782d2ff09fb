import { expect, it } from 'vitest';
import { eventFactory, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User, type PasswordChanged } from './facts.program.ts';
import { logEvery, User as HandyUser } from './handy-event.program.ts';

it('handy event: the log has the new password twice, and the event goes on changing', () => {
  const lines: string[] = [];
  const events: object[] = [];
  const mina = new HandyUser('mina', 'Mina Kim', 'first-secret');

  mina.changePassword('purple-giraffe', (event) => {
    events.push(event);
    logEvery(event, (line) => void lines.push(line));
  });
  mina.name = 'Mina Lee';

  expect(lines.join().match(/purple-giraffe/g)).toHaveLength(2);
  expect(events).toMatchObject([{ user: { name: 'Mina Lee' } }]);
});

it('facts: the user tells the change under its id, without the password', () => {
  const told: PasswordChanged[] = [];
  const user = new User('mina', 'first-secret', eventFactory(fixedClock(1_000), sequentialIds()));

  user.changePassword('purple-giraffe', (event) => void told.push(event));

  expect(user.hasPassword('purple-giraffe')).toBe(true);
  expect(told satisfies DomainEvent[]).toEqual([
    { type: 'PasswordChanged', data: { userId: 'mina' }, eventId: 'event-1', occurredAt: 1_000 },
  ]);
});
