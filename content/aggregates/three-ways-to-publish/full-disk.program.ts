/** The database refuses the save. The lesson asks what run() returns. */
import { eventFactory, eventPublisher, inMemoryDatabase, tableRepository, type Repository } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { PasswordService, User, type PasswordChanged } from './by-hand.program.ts';

export function run(): string {
  const publisher = eventPublisher<PasswordChanged>();
  const users = storedUsers();
  const event = eventFactory(fixedClock(0), sequentialIds());
  // #region run
  const texts: string[] = [];
  publisher.subscribe('PasswordChanged', ({ data }) => texts.push(data.userId));
  users.save(new User('sora', 'old-secret'));

  const service = new PasswordService(refusingToSave(users), publisher, event);
  try {
    service.changePassword('sora', 'new-secret');
  } catch {
    // The screen says: something went wrong, please try again.
  }

  return `texts: ${texts.length}, password: ${users.findById('sora')?.password}`;
  // #endregion run
}

function storedUsers(): Repository<User> {
  const table = inMemoryDatabase().table<{ id: string; password: string }>('users');
  return tableRepository({
    table,
    toRow: ({ id, password }) => ({ id, password }),
    fromRow: ({ id, password }) => new User(id, password),
  });
}

function refusingToSave(users: Repository<User>): Repository<User> {
  return {
    ...users,
    save() {
      throw new Error('The disk is full.');
    },
  };
}
