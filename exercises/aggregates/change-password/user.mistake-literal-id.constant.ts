import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export const MINIMUM_PASSWORD_LENGTH = 8;

const member = { userId: 'fistkim101' };

export class User extends AggregateRoot<DomainEvent<'PasswordChanged', { userId: string }>> {
  constructor(
    readonly id: string,
    private password: string,
    private readonly newEvent: EventFactory,
  ) {
    super();
  }

  hasPassword(candidate: string): boolean {
    return candidate === this.password;
  }

  changePassword(current: string, next: string): void {
    const isAllowed =
      this.hasPassword(current) && next !== this.password && next.length >= MINIMUM_PASSWORD_LENGTH;
    if (!isAllowed) throw new RangeError(`${this.id} cannot change the password like this`);
    const changed = this.newEvent('PasswordChanged', member);
    this.password = next;
    this.registerEvent(changed);
  }
}
