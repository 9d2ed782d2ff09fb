/** Sora changes her password: what the three services of this lesson work with, in front of the timeline. */
import {
  eventPublisher,
  inMemoryDatabase,
  tableRepository,
  type EventPublisher,
  type Repository,
} from 'past-tense';
import { during } from 'past-tense/testing';
import type { PasswordChanged } from './by-hand.program.ts';

type Stored = { readonly id: string; readonly password: string };
type Row = { id: string; password: string };

/**
 * @param make A user from their row.
 * @param serve The service, with the repository that it works with.
 */
export function soraChanges<User extends Stored>(
  make: (id: string, password: string) => User,
  serve: (
    users: Repository<User>,
    publisher: EventPublisher<PasswordChanged>,
  ) => { changePassword(userId: string, next: string): void },
): () => void {
  const publisher = eventPublisher<PasswordChanged>();
  publisher.subscribe('PasswordChanged', () => {}, { id: 'SmsSender' });
  const table = inMemoryDatabase().table<Row>('users');
  table.put({ id: 'sora', password: 'old-secret' });
  const users = tableRepository<User, Row>({
    table,
    toRow: ({ id, password }) => ({ id, password }),
    fromRow: ({ id, password }) => make(id, password),
  });
  const service = serve(users, publisher);
  return () =>
    during({ kind: 'command', place: 'caller', name: 'PasswordService', label: 'changePassword' }, () =>
      service.changePassword('sora', 'new-secret'),
    );
}

/** The call of `changePassword`, which some of the users return from with what happened. */
export const toldCall = <Result>(user: object, work: () => Result, returned = ''): Result =>
  during({ kind: 'call', place: 'aggregate', name: user, label: `changePassword${returned}` }, work);
