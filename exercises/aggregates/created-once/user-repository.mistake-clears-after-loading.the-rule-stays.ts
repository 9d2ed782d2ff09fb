import {
  tableRepository,
  type EventFactory,
  type IdGenerator,
  type Repository,
  type Table,
} from 'past-tense';
import type { UserRow } from './user-row.ts';
import { User } from './user.ts';

/** Where members are kept. */
export function userRepository(
  table: Table<UserRow>,
  _ids: IdGenerator,
  event: EventFactory,
): Repository<User> {
  return tableRepository({
    table,
    toRow: ({ id, email, nickname }) => ({ id, email, nickname }),
    fromRow: (row) => User.reconstitute(row, event),
  });
}
