/** Haru Kitchen's sign-up, in two versions. Both call the gateways inside the transaction. */
import type { Database, Gateway } from './kitchen.ts';

export class SignUpService {
  readonly #database: Database;
  readonly #email: Gateway;
  readonly #sms: Gateway;

  constructor(database: Database, email: Gateway, sms: Gateway) {
    this.#database = database;
    this.#email = email;
    this.#sms = sms;
  }

  signUp(userId: string): 'signed up' {
    this.#database.transaction(() => {
      this.#database.insert(`user ${userId}`);
      this.#email.send(userId);
      this.#sms.send(userId);
    });
    return 'signed up';
  }

  /** Trying to send is enough: what fails is noted, and a batch sends it again at night. */
  signUpNotingFailures(userId: string): 'signed up' {
    this.#database.transaction(() => {
      this.#database.insert(`user ${userId}`);
      this.#tryToSend(this.#email, userId);
      this.#tryToSend(this.#sms, userId);
    });
    return 'signed up';
  }

  #tryToSend(gateway: Gateway, userId: string): void {
    try {
      gateway.send(userId);
    } catch {
      this.#database.insert(`unsent ${gateway.channel} ${userId}`);
    }
  }
}
