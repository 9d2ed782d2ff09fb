import type { EventFactory, EventPublisher } from 'past-tense';
import type { Contact, UserRegistered } from './events.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly contact: Contact;
}

/** Stores a new member and says so. Who reacts to that is not its business. */
export class SignUpService {
  readonly #members: Map<string, Member>;
  readonly #publisher: EventPublisher<UserRegistered>;
  readonly #event: EventFactory;

  constructor(members: Map<string, Member>, publisher: EventPublisher<UserRegistered>, event: EventFactory) {
    this.#members = members;
    this.#publisher = publisher;
    this.#event = event;
  }

  signUp(member: Member): void {
    const { id, name, contact } = member;
    this.#members.set(id, member);
    this.#publisher.publish(
      this.#event('UserRegistered', { userId: id, name, contact: Object.freeze({ ...contact }) }),
    );
  }
}
