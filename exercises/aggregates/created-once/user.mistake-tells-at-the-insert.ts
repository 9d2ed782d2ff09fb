import { AggregateRoot, type EventFactory, type IdGenerator } from 'past-tense';
import type { UserEvent } from './events.ts';
import type { Application, UserRow } from './user-row.ts';

/** The id until the database has given one. */
export const NO_ID = '0';

/** A nickname has at least this many characters. Members from the first year may have shorter ones. */
export const MINIMUM_NICKNAME_LENGTH = 2;

/** A member of Haru Kitchen. */
export class User extends AggregateRoot<UserEvent> {
  #id = NO_ID;
  readonly email: string;
  #nickname: string;
  readonly #event: EventFactory;

  /** Somebody becomes a member. The ids come from the sequence of the table; the user does without one so far. */
  static register(_ids: IdGenerator, application: Application, event: EventFactory): User {
    requireLongEnough(application.nickname);
    return new User(application, event);
  }

  /** A member whom the database knows already. */
  static reconstitute(row: UserRow, event: EventFactory): User {
    const user = new User(row, event);
    user.#id = row.id;
    return user;
  }

  constructor({ email, nickname }: Application, event: EventFactory) {
    super();
    this.email = email;
    this.#nickname = nickname;
    this.#event = event;
  }

  get id(): string {
    return this.#id;
  }

  /** The database has given the id, so from here on the registration can be told. */
  set id(id: string) {
    this.#id = id;
    this.registerEvent(this.#event('UserRegistered', { userId: id, email: this.email }));
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
