import type { EventStamp, PasswordChanged } from './events.ts';

export const MINIMUM_PASSWORD_LENGTH = 8;

/** A member of Haru Kitchen, who has a list of news and extends nothing. */
export class User {
  #news: readonly PasswordChanged[] = [];

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
    this.#news = [...this.#news, this.stamp('PasswordChanged', { userId: this.id })];
  }

  /** Never changed in place, and frozen for whoever asks. */
  domainEvents(): readonly PasswordChanged[] {
    return Object.freeze(this.#news);
  }

  clearDomainEvents(): void {
    this.#news = [];
  }
}
