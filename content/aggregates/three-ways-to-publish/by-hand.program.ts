/** The service publishes by hand, and publishes too early. */
import type { DomainEvent, EventFactory, EventPublisher, Repository } from 'past-tense';
import { existing } from './existing.program.ts';

export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export class User {
  readonly id: string;
  #password: string;

  constructor(id: string, password: string) {
    this.id = id;
    this.#password = password;
  }

  get password(): string {
    return this.#password;
  }

  changePassword(next: string): void {
    this.#password = next;
  }
}

// #region service
export class PasswordService {
  constructor(
    private readonly users: Repository<User>,
    private readonly publisher: EventPublisher<PasswordChanged>,
    private readonly event: EventFactory,
  ) {}

  changePassword(userId: string, next: string): void {
    const user = existing(this.users.findById(userId));
    user.changePassword(next);
    this.publisher.publish(this.event('PasswordChanged', { userId }));
    this.users.save(user);
  }
}
// #endregion service
