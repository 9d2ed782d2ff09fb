import { AggregateRoot, type EventFactory, type IdGenerator } from 'past-tense';
import type { UserEvent } from './events.ts';
import type { Application, UserRow } from './user-row.ts';

/** A nickname has at least this many characters. Members from the first year may have shorter ones. */
export const MINIMUM_NICKNAME_LENGTH = 2;

type Stored = UserRow & { isRegistration?: boolean };

/** A member of Haru Kitchen. */
export class User extends AggregateRoot<UserEvent> {
  readonly id: string;
  readonly email: string;
  #nickname: string;
  readonly #event: EventFactory;

  /** Somebody becomes a member, under the next id of the sequence. */
  static register(ids: IdGenerator, { email, nickname }: Application, event: EventFactory): User {
    return User.#registered({ id: ids.next(), email, nickname }, event);
  }

  /** A member with this row. */
  static reconstitute(row: Stored, event: EventFactory): User {
    return (row.isRegistration ?? true) ? User.#registered(row, event) : new User(row, event);
  }

  static #registered(row: UserRow, event: EventFactory): User {
    requireLongEnough(row.nickname);
    const user = new User(row, event);
    user.registerEvent(event('UserRegistered', { userId: row.id, email: row.email }));
    return user;
  }

  private constructor({ id, email, nickname }: UserRow, event: EventFactory) {
    super();
    this.id = id;
    this.email = email;
    this.#nickname = nickname;
    this.#event = event;
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
