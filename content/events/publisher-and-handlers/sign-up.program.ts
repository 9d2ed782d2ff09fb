/** A sign-up that publishes what happened, and handlers that it does not know. */
import type { DomainEvent, EventFactory, EventPublisher } from 'past-tense';

export interface Gateway {
  send(to: string, text: string): void;
}

export type Contact = { name: string; email: string; phone: string; lineId?: string };
export type Member = Contact & { id: string };

// #region producer
export type UserRegistered = DomainEvent<'UserRegistered', Contact & { userId: string }>;

export class SignUpService {
  readonly #members: { put(member: Member): void };
  readonly #transaction: (work: () => void) => void;
  readonly #publisher: EventPublisher<UserRegistered>;
  readonly #event: EventFactory;

  constructor(
    members: { put(member: Member): void },
    transaction: (work: () => void) => void,
    publisher: EventPublisher<UserRegistered>,
    event: EventFactory,
  ) {
    this.#members = members;
    this.#transaction = transaction;
    this.#publisher = publisher;
    this.#event = event;
  }

  signUp(member: Member): void {
    const { id: userId, ...contact } = member;
    this.#transaction(() => {
      this.#members.put(member);
      const registered = this.#event('UserRegistered', { userId, ...contact });
      this.#publisher.publish(registered);
    });
  }
}
// #endregion producer

// #region handlers
export class EmailWelcome {
  readonly #gateway: Gateway;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  on({ data }: UserRegistered): void {
    this.#gateway.send(data.email, `Welcome to Haru Kitchen, ${data.name}.`);
  }
}

export class LineWelcome {
  readonly #gateway: Gateway;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  on({ data }: UserRegistered): void {
    // The condition below lets only members with a LINE id through.
    this.#gateway.send(data.lineId!, `Welcome to Haru Kitchen, ${data.name}.`);
  }
}

export function registerHandlers(
  publisher: EventPublisher<UserRegistered>,
  email: EmailWelcome,
  line: LineWelcome,
): void {
  publisher.subscribe('UserRegistered', (event) => email.on(event), { order: 1 });
  publisher.subscribe('UserRegistered', (event) => line.on(event), {
    order: 2,
    condition: ({ data }) => data.lineId !== undefined,
  });
}
// #endregion handlers
