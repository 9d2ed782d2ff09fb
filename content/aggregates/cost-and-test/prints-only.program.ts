/** The test of the class notes, with the library's root and with one of our own. The lesson asks what run() returns. */
import {
  AggregateRoot as LibraryRoot,
  eventFactory,
  eventPublisher,
  publishingRepository,
  type EventFactory,
  type Repository,
} from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { AggregateRoot as OwnRoot } from './own-root.program.ts';
import type { PasswordChanged } from '../aggregate-root/user.program.ts';

class LibraryUser extends LibraryRoot<PasswordChanged> {
  constructor(
    readonly id: string,
    public password: string,
    private readonly event: EventFactory,
  ) {
    super();
  }

  changePassword(next: string): void {
    this.password = next;
    this.registerEvent(this.event('PasswordChanged', { userId: this.id }));
  }
}

/** The same on the other root. */
class OwnUser extends OwnRoot<PasswordChanged> {
  constructor(
    readonly id: string,
    public password: string,
    private readonly event: EventFactory,
  ) {
    super();
  }

  changePassword(next: string): void {
    this.password = next;
    this.registerEvent(this.event('PasswordChanged', { userId: this.id }));
  }
}

type User = LibraryUser | OwnUser;

export function run(): string {
  const event = eventFactory(fixedClock(0), sequentialIds());
  let printed: string[] = [];
  const users = repositoryOfTheLibrary((line) => printed.push(line));
  // #region run
  function changePasswordTest(user: User): void {
    user.changePassword('12345');
    users.save(user);
  }

  const before = resultOf(() => changePasswordTest(new LibraryUser('fistkim101', '123', event)));
  const after = resultOf(() => changePasswordTest(new OwnUser('fistkim101', '123', event)));

  return `before: ${before} | after: ${after}`;
  // #endregion run

  function resultOf(test: () => void): string {
    printed = [];
    try {
      test();
      return `green, printed ${printed.length}`;
    } catch {
      return `red, printed ${printed.length}`;
    }
  }
}

/** The library's own, which publishes for its own roots and stores everything else without a word. */
function repositoryOfTheLibrary(print: (line: string) => void): Pick<Repository<User>, 'save'> {
  const publisher = eventPublisher<PasswordChanged>();
  publisher.subscribe('PasswordChanged', ({ data }) => print(`${data.userId}'s password changed.`));
  return publishingRepository<LibraryUser, PasswordChanged>(keeping(), publisher);
}

function keeping<A extends { readonly id: string }>(): Repository<A> {
  const kept = new Map<string, A>();
  const save = (aggregate: A): void => void kept.set(aggregate.id, aggregate);
  return {
    findById: (id) => kept.get(id),
    save,
    saveAll: (aggregates) => [...aggregates].forEach(save),
    delete: ({ id }) => void kept.delete(id),
    deleteById: (id) => void kept.delete(id),
  };
}
