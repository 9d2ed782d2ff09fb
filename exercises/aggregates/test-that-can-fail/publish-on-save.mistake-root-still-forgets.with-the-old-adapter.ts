import { publishingRepository, type EventPublisher, type Repository } from 'past-tense';
import type { PasswordChanged } from './domain/events.ts';
import type { User } from './domain/user.ts';
import type { Users } from './domain/users.ts';

/** The adapter between domain and library: a user that is saved through it is heard. */
export function publishOnSave(users: Repository<User>, publisher: EventPublisher<PasswordChanged>): Users {
  return publishingRepository(users as never, publisher) as unknown as Users;
}
