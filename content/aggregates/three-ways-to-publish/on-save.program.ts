/** The user registers, and the repository publishes when the user is saved. */
import { AggregateRoot, type EventFactory, type Repository } from 'past-tense';
import type { PasswordChanged } from './by-hand.program.ts';
import { existing } from './existing.program.ts';

export class User extends AggregateRoot<PasswordChanged> {
  readonly id: string;
  #password: string;
  readonly #event: EventFactory;

  constructor(id: string, password: string, event: EventFactory) {
    super();
    this.id = id;
    this.#password = password;
    this.#event = event;
  }

  get password(): string {
    return this.#password;
  }

  // #region user
  changePassword(next: string): void {
    this.#password = next;
    this.registerEvent(this.#event('PasswordChanged', { userId: this.id }));
  }
  // #endregion user
}

// #region service
export class PasswordService {
  constructor(private readonly users: Repository<User>) {}

  changePassword(userId: string, next: string): void {
    const user = existing(this.users.findById(userId));
    user.changePassword(next);
    this.users.save(user);
  }
}
// #endregion service
