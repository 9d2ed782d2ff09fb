import {
  tableRepository,
  type EventFactory,
  type IdGenerator,
  type Repository,
  type Table,
} from 'past-tense';
import type { UserRow } from './user-row.ts';
import { User } from './user.ts';

/** Where members are kept. Whoever registers has an id, so saving asks for none. */
export function userRepository(
  table: Table<UserRow>,
  _ids: IdGenerator,
  event: EventFactory,
): Repository<User> {
  return tableRepository({
    table,
    toRow: ({ id, email, nickname }): UserRow => ({ id, email, nickname }),
    fromRow(row) {
      const stored = { ...row, isNew: false };
      return new User(stored, event);
    },
  });
}
