import type { EventPublisher, Repository } from 'past-tense';
import type { PasswordChanged } from './domain/events.ts';
import type { User } from './domain/user.ts';
import type { Users } from './domain/users.ts';

export function publishOnSave(users: Repository<User>, publisher: EventPublisher<PasswordChanged>): Users {
  return {
    findById: (id) => users.findById(id),
    save(user) {
      for (const event of user.domainEvents()) publisher.publish(event);
      user.clearDomainEvents();
      users.save(user);
    },
  };
}
