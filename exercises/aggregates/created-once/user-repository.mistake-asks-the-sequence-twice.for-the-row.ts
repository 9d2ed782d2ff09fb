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
  ids: IdGenerator,
  event: EventFactory,
): Repository<User> {
  return tableRepository({
    table,
    toRow(user): UserRow {
      // The table's id column fills itself at the insert, and JPA puts the new id into the entity.
      const id = table.get(user.id) ? user.id : ids.next();
      return { id, email: user.email, nickname: user.nickname };
    },
    fromRow: (row) => User.reconstitute(row, event),
  });
}
