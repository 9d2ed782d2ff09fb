/** The user returns what happened, and the service hands it on. */
import type { EventFactory, EventPublisher, Repository } from 'past-tense';
import type { PasswordChanged } from './by-hand.program.ts';
import { existing } from './existing.program.ts';

export class User {
  readonly id: string;
  #password: string;
  readonly #event: EventFactory;

  constructor(id: string, password: string, event: EventFactory) {
    this.id = id;
    this.#password = password;
    this.#event = event;
  }

  get password(): string {
    return this.#password;
  }

  // #region user
  changePassword(next: string): readonly PasswordChanged[] {
    this.#password = next;
    return [this.#event('PasswordChanged', { userId: this.id })];
  }
  // #endregion user
}

// #region service
export class PasswordService {
  constructor(
    private readonly users: Repository<User>,
    private readonly publisher: EventPublisher<PasswordChanged>,
  ) {}

  changePassword(userId: string, next: string): void {
    const user = existing(this.users.findById(userId));
    const events = user.changePassword(next);
    this.users.save(user);
    for (const event of events) this.publisher.publish(event);
  }
}
// #endregion service
