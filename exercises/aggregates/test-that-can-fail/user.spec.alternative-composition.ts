import { beforeEach, describe, expect, test } from 'vitest';
import { eventFactory, eventPublisher, inMemoryDatabase, tableRepository } from 'past-tense';
import { collectEvents, fixedClock, sequentialIds } from 'past-tense/testing';
import type { PasswordChanged } from './domain/events.ts';
import { User } from './domain/user.ts';
import { publishOnSave } from './publish-on-save.ts';

describe('what a listener hears', () => {
  let heard: readonly PasswordChanged[];
  let change: (id: string, current: string, next: string) => void;

  beforeEach(() => {
    const publisher = eventPublisher<PasswordChanged>();
    const stamp = eventFactory(fixedClock(1_000), sequentialIds());
    const table = inMemoryDatabase().table<{ id: string }>('users');
    const inner = tableRepository({
      table,
      toRow: ({ id }: User) => ({ id }),
      fromRow: ({ id }) => new User(id, 'first-secret', stamp),
    });
    const users = publishOnSave(inner, publisher);
    heard = collectEvents(publisher, 'PasswordChanged');
    change = (id, current, next) => {
      const user = new User(id, 'first-secret', stamp);
      try {
        user.changePassword(current, next);
      } catch {
        // Whatever it says: what matters is what a listener hears afterwards.
      }
      users.save(user);
    };
  });

  test('two changes', () => {
    change('sora', 'first-secret', 'second-secret');
    change('dohyun', 'first-secret', 'third-secret');

    expect(heard).toStrictEqual([
      { type: 'PasswordChanged', data: { userId: 'sora' }, eventId: 'event-1', occurredAt: 1_000 },
      { type: 'PasswordChanged', data: { userId: 'dohyun' }, eventId: 'event-2', occurredAt: 1_000 },
    ]);
  });

  test.each([
    ['a wrong password', 'nonsense', 'second-secret'],
    ['a short one', 'first-secret', 'short'],
  ])('nothing after %s', (_, current, next) => {
    change('sora', current, next);

    expect(heard).toHaveLength(0);
  });
});
