import { AggregateRoot, type EventFactory, type IdGenerator } from 'past-tense';
import type { UserEvent } from './events.ts';
import type { Application, UserRow } from './user-row.ts';

/** A nickname has at least this many characters. Members from the first year may have shorter ones. */
export const MINIMUM_NICKNAME_LENGTH = 2;

/** A member of Haru Kitchen. */
export class User extends AggregateRoot<UserEvent> {
  readonly id: string;
  readonly email: string;
  #nickname: string;
  readonly #event: EventFactory;

  static register(ids: IdGenerator, application: Application, event: EventFactory): User {
    return new User({ id: ids.next(), ...application }, event);
  }

  static reconstitute(row: UserRow, event: EventFactory): User {
    const user = new User(row, event);
    user.clearDomainEvents();
    return user;
  }

  constructor({ id, email, nickname }: UserRow, event: EventFactory) {
    super();
    requireLongEnough(nickname);
    this.id = id;
    this.email = email;
    this.#nickname = nickname;
    this.#event = event;
    this.registerEvent(event('UserRegistered', { userId: id, email }));
  }

  get nickname(): string {
    return this.#nickname;
  }

  changeNickname(nickname: string): void {
    requireLongEnough(nickname);
    this.#nickname = nickname;
    this.registerEvent(this.#event('NicknameChanged', { userId: this.id, nickname }));
  }
}

function requireLongEnough(nickname: string): void {
  if (nickname.length < MINIMUM_NICKNAME_LENGTH) {
    throw new Error(`A nickname needs at least ${MINIMUM_NICKNAME_LENGTH} characters.`);
  }
}
