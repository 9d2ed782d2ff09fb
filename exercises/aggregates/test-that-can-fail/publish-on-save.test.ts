import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, type Repository } from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import type { PasswordChanged } from './domain/events.ts';
import { User } from './domain/user.ts';
import { publishOnSave } from './publish-on-save.ts';

it('still stores a user first and tells its changes then, in order', () => {
  const { users, log } = kitchen();
  const mina = changedTwice('mina');

  users.save(mina);

  expect(
    log.filter((line) => line.startsWith('told')).length,
    'Two events waited in Mina, and saving her tells both of them',
  ).toBe(2);
  expect(
    log[0],
    'Storing comes before telling: a listener that looks the user up finds her as she is now',
  ).toBe('stored mina');
  expect(
    log,
    'Saving stores the user and then publishes each of its two events, the earlier one first',
  ).toEqual(['stored mina', 'told mina event-1', 'told mina event-2']);
  expect(users.findById('mina') === mina, 'findById still gives the user that was saved').toBe(true);
});

it('still tells a change once, however often the user is saved', () => {
  const { users, log } = kitchen();
  const mina = changedTwice('mina');

  users.save(mina);
  users.save(mina);

  expect(log, 'The second save stores the user and has nothing to tell').toEqual([
    'stored mina',
    'told mina event-1',
    'told mina event-2',
    'stored mina',
  ]);
  expect(mina.domainEvents(), 'What has been told no longer waits in the user').toEqual([]);
});

it('still tells nothing when storing fails, and keeps the events for the next attempt', () => {
  const { users, log, failures } = kitchen();
  const mina = changedTwice('mina');
  failures.storing = true;

  expect(
    attempt(() => users.save(mina)),
    'The error of the database reaches whoever saves',
  ).toBe('The disk is full.');
  expect(log, 'The disk is full, so nothing was stored. By now nobody may have heard of a change').toEqual(
    [],
  );
  failures.storing = false;
  users.save(mina);

  expect(log, 'What was not stored must not be told; the second save stores and tells both changes').toEqual([
    'stored mina',
    'told mina event-1',
    'told mina event-2',
  ]);
});

it('still keeps the events when a listener throws', () => {
  const { users, log, failures } = kitchen();
  const mina = changedTwice('mina');
  failures.telling = true;

  expect(
    attempt(() => users.save(mina)),
    'The error of a listener reaches whoever saves',
  ).toBe('The gateway is down.');
  failures.telling = false;
  users.save(mina);

  expect(
    log,
    'A listener threw, so the events stay with the user: the next save tells them, and nothing is lost',
  ).toEqual(['stored mina', 'stored mina', 'told mina event-1', 'told mina event-2']);
});

function kitchen() {
  const failures = { storing: false, telling: false };
  const log: string[] = [];
  const kept = new Map<string, User>();
  const inner: Repository<User> = {
    findById: (id) => kept.get(id),
    save(user) {
      if (failures.storing) {
        during({ kind: 'call', place: 'table', name: 'users', label: `users[${user.id}]` }, () => {
          throw new Error('The disk is full.');
        });
      }
      note({ kind: 'row', place: 'table', name: 'users', label: `users[${user.id}]` });
      log.push(`stored ${user.id}`);
      kept.set(user.id, user);
    },
    saveAll: () => undefined,
    delete: () => undefined,
    deleteById: () => undefined,
  };
  const publisher = eventPublisher<PasswordChanged>();
  publisher.subscribe(
    'PasswordChanged',
    ({ data, eventId }) => {
      if (failures.telling) throw new Error('The gateway is down.');
      log.push(`told ${data.userId} ${eventId}`);
    },
    { id: 'gateway' },
  );
  const users = publishOnSave(inner, publisher);
  const save = (user: User) =>
    during({ kind: 'saved', place: 'repository', label: user }, () => users.save(user));
  return { users: { findById: (id: string) => users.findById(id), save }, log, failures };
}

function changedTwice(id: string): User {
  const user = new User(id, 'first-secret', eventFactory(fixedClock(0), sequentialIds()));
  for (const [current, next] of [
    ['first-secret', 'second-secret'],
    ['second-secret', 'third-secret'],
  ] as const) {
    const command = { kind: 'command', place: 'caller', label: 'ChangePassword' } as const;
    during({ ...command, payload: { current, next } }, () => user.changePassword(current, next));
  }
  return user;
}

function attempt(work: () => void): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
