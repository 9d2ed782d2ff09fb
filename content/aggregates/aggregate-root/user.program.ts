/** A user that tells its own news, and a listener that sends a text message. */
import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

// #region user
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

  changePassword(current: string, next: string): void {
    if (!this.hasPassword(current)) throw new Error('The current password is not correct.');
    this.#replacePassword(next);
  }

  /** For the help desk, which has no current password to show. */
  resetPassword(temporary: string): void {
    this.#replacePassword(temporary);
  }

  #replacePassword(next: string): void {
    if (this.hasPassword(next)) throw new Error('The new password is the current one.');
    this.#password = next;
    this.registerEvent(this.#event('PasswordChanged', { userId: this.id }));
  }
}
// #endregion user

export interface SmsGateway {
  send(userId: string, text: string): void;
}

// #region sms-sender
export class SmsSender {
  readonly #gateway: SmsGateway;

  constructor(gateway: SmsGateway) {
    this.#gateway = gateway;
  }

  notifyPasswordChange(event: PasswordChanged): void {
    this.#gateway.send(event.data.userId, 'Your password was changed.');
  }
}
// #endregion sms-sender

// #region save
export function save(user: User, users: Map<string, User>, smsSender: SmsSender): void {
  users.set(user.id, user);
  for (const event of user.domainEvents()) smsSender.notifyPasswordChange(event);
  user.clearDomainEvents();
}
// #endregion save
