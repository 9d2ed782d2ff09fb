import { AggregateRoot, type EventFactory } from 'past-tense';
import type { PasswordChanged } from './events.ts';

export class User extends AggregateRoot<PasswordChanged> {
  #password: string;

  constructor(
    readonly id: string,
    password: string,
    private readonly event: EventFactory,
  ) {
    super();
    this.#password = password;
  }

  hasPassword = (candidate: string): boolean => candidate === this.#password;

  changePassword(current: string, next: string): void {
    const { id: userId } = this;
    const changed = this.event('PasswordChanged', { userId });
    this.registerEvent(changed);
    this.#assertAllowed(current, next);
    this.#password = next;
  }

  #assertAllowed(current: string, next: string): void {
    const reasons = [
      !this.hasPassword(current) && 'the current password is wrong',
      next.length < 8 && 'the new password is too short',
      this.hasPassword(next) && 'the password is the same',
    ].filter(Boolean);
    if (reasons.length > 0) throw new Error(reasons.join(', '));
  }
}
