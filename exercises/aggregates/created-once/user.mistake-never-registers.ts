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
    requireLongEnough(application.nickname);
    const user = new User({ id: ids.next(), ...application }, event);
    return user;
  }

  static reconstitute(row: UserRow, event: EventFactory): User {
    return new User(row, event);
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
