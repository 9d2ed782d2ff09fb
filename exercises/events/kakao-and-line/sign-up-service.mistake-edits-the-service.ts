import type { EventFactory, EventPublisher } from 'past-tense';
import type { Contact, UserRegistered } from './events.ts';
import type { Gateways } from './gateways.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly contact: Contact;
}

/** Stores a new member, says so, and congratulates through Kakao and LINE. */
export class SignUpService {
  readonly #members: Map<string, Member>;
  readonly #publisher: EventPublisher<UserRegistered>;
  readonly #event: EventFactory;
  readonly #gateways: Gateways | undefined;

  constructor(
    members: Map<string, Member>,
    publisher: EventPublisher<UserRegistered>,
    event: EventFactory,
    gateways?: Gateways,
  ) {
    this.#members = members;
    this.#publisher = publisher;
    this.#event = event;
    this.#gateways = gateways;
  }

  signUp(member: Member): void {
    const { id, name, contact } = member;
    this.#members.set(id, member);
    this.#publisher.publish(
      this.#event('UserRegistered', { userId: id, name, contact: Object.freeze({ ...contact }) }),
    );
    this.#gateways?.kakao.send(contact.phone, `Welcome to Haru Kitchen, ${name}.`);
    if (contact.lineId !== undefined) {
      this.#gateways?.line.send(contact.lineId, `Welcome to Haru Kitchen, ${name}.`);
    }
  }
}
