import type { DomainEvent, EventPublisher, Repository } from 'past-tense';
import type { PasswordChanged } from './domain/events.ts';
import type { User } from './domain/user.ts';
import type { Users } from './domain/users.ts';

type TellsEvents<E> = { domainEvents(): readonly E[]; clearDomainEvents(): void };

/** Written for everybody who tells events, so that the next aggregate needs no adapter of its own. */
class TellingRepository<A extends TellsEvents<E> & { readonly id: string }, E extends DomainEvent> {
  constructor(
    private readonly inner: Repository<A>,
    private readonly publisher: EventPublisher<E>,
  ) {}

  findById(id: string): A | undefined {
    return this.inner.findById(id);
  }

  save(aggregate: A): void {
    this.inner.save(aggregate);
    aggregate.domainEvents().forEach((event) => this.publisher.publish(event));
    aggregate.clearDomainEvents();
  }
}

export function publishOnSave(users: Repository<User>, publisher: EventPublisher<PasswordChanged>): Users {
  return new TellingRepository<User, PasswordChanged>(users, publisher);
}
