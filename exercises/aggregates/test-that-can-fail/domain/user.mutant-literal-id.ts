import { AggregateRoot } from './aggregate-root.ts';
import type { EventStamp, PasswordChanged } from './events.ts';

/** A new password has at least this many characters. */
export const MINIMUM_PASSWORD_LENGTH = 8;

/** A member of Haru Kitchen. */
export class User extends AggregateRoot<PasswordChanged> {
  readonly id: string;
  #password: string;
  readonly #stamp: EventStamp;

  constructor(id: string, password: string, stamp: EventStamp) {
    super();
    this.id = id;
    this.#password = password;
    this.#stamp = stamp;
  }

  hasPassword(candidate: string): boolean {
    return candidate === this.#password;
  }

  changePassword(current: string, next: string): void {
    if (!this.hasPassword(current)) throw new Error('The current password is not correct.');
    if (next.length < MINIMUM_PASSWORD_LENGTH) {
      throw new Error(`A new password needs at least ${MINIMUM_PASSWORD_LENGTH} characters.`);
    }
    if (next === current) throw new Error('The new password is the current one.');

    this.#password = next;
    this.registerEvent(this.#stamp('PasswordChanged', { userId: 'fistkim101' }));
  }
}
