import { AggregateRoot, type EventFactory, type IdGenerator } from 'past-tense';
import type { UserEvent } from './events.ts';
import type { Application, UserRow } from './user-row.ts';

/** What a member is called. The rule belongs to the choosing; what is stored was chosen long ago. */
class Nickname {
  static readonly #minimumLength = 2;
  readonly text: string;

  static chosen(text: string): Nickname {
    if (text.length >= Nickname.#minimumLength) return new Nickname(text);
    throw new RangeError(`"${text}" is too short for a nickname.`);
  }

  static stored(text: string): Nickname {
    return new Nickname(text);
  }

  private constructor(text: string) {
    this.text = text;
  }
}

type State = { readonly id: string; readonly email: string; nickname: Nickname };

/** A member of Haru Kitchen. */
export class User extends AggregateRoot<UserEvent> {
  readonly #state: State;
  readonly #event: EventFactory;

  protected constructor(state: State, event: EventFactory) {
    super();
    this.#state = state;
    this.#event = event;
  }

  static register(ids: IdGenerator, application: Application, event: EventFactory): User {
    return new NewUser(ids, application, event);
  }

  static reconstitute({ id, email, nickname }: UserRow, event: EventFactory): User {
    return new User({ id, email, nickname: Nickname.stored(nickname) }, event);
  }

  get id(): string {
    return this.#state.id;
  }

  get email(): string {
    return this.#state.email;
  }

  get nickname(): string {
    return this.#state.nickname.text;
  }

  changeNickname(text: string): void {
    this.#state.nickname = Nickname.chosen(text);
    this.registerEvent(this.#event('NicknameChanged', { userId: this.id, nickname: text }));
  }
}

/** Whoever becomes a member now. From the next load on it is a User like all others. */
class NewUser extends User {
  constructor(ids: IdGenerator, { email, nickname }: Application, event: EventFactory) {
    super({ id: ids.next(), email, nickname: Nickname.chosen(nickname) }, event);
    this.registerEvent(event('UserRegistered', { userId: this.id, email }));
  }
}
