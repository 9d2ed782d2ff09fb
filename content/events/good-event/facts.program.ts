/** The two facts of a member, and the line that tells one of them. */
import type { DomainEvent, EventFactory } from 'past-tense';

// #region facts
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export type UserRegistered = DomainEvent<
  'UserRegistered',
  {
    userId: string;
    name: string;
    contact: Readonly<{ email: string; phone: string; channels: readonly string[] }>;
  }
>;
// #endregion facts

export class User {
  readonly id: string;
  #password: string;
  readonly #event: EventFactory;

  constructor(id: string, password: string, event: EventFactory) {
    this.id = id;
    this.#password = password;
    this.#event = event;
  }

  hasPassword(candidate: string): boolean {
    return candidate === this.#password;
  }

  // #region change-password
  changePassword(password: string, publish: (event: PasswordChanged) => void): void {
    this.#password = password;
    publish(this.#event('PasswordChanged', { userId: this.id }));
  }
  // #endregion change-password
}
