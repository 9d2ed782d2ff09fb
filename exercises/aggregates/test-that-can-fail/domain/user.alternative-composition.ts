import { pendingEvents, type TellsEvents } from './aggregate-root.ts';
import type { EventStamp, PasswordChanged } from './events.ts';

export const MINIMUM_PASSWORD_LENGTH = 8;

/** A member of Haru Kitchen, who has a list of news instead of being one. */
export class User implements TellsEvents<PasswordChanged> {
  readonly #news = pendingEvents<PasswordChanged>();

  constructor(
    readonly id: string,
    private password: string,
    private readonly stamp: EventStamp,
  ) {}

  hasPassword(candidate: string): boolean {
    return candidate === this.password;
  }

  changePassword(current: string, next: string): void {
    const isAllowed =
      this.hasPassword(current) && !this.hasPassword(next) && next.length >= MINIMUM_PASSWORD_LENGTH;
    if (!isAllowed) throw new RangeError(`${this.id} cannot change the password like this.`);
    this.password = next;
    this.#news.add(this.stamp('PasswordChanged', { userId: this.id }));
  }

  domainEvents(): readonly PasswordChanged[] {
    return this.#news.domainEvents();
  }

  clearDomainEvents(): void {
    this.#news.clearDomainEvents();
  }
}
