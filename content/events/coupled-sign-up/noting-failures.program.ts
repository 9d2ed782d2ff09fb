/** Trying to send is enough: what fails is stored, and a batch sends it again. */
import type { Database, Gateway, Member } from './kitchen.program.ts';

export class SignUpService {
  readonly #database: Database;
  readonly #email: Gateway;
  readonly #sms: Gateway;

  constructor(database: Database, email: Gateway, sms: Gateway) {
    this.#database = database;
    this.#email = email;
    this.#sms = sms;
  }

  // #region sign-up
  signUp(member: Member): void {
    this.#database.transaction(() => {
      this.#database.members.save(member);
      this.#tryToSend(this.#email, member.id);
      this.#tryToSend(this.#sms, member.id);
    });
  }

  #tryToSend(gateway: Gateway, memberId: string): void {
    try {
      gateway.send(memberId);
    } catch {
      const { channel } = gateway;
      const id = `${channel} ${memberId}`;
      this.#database.unsent.save({ id, channel, memberId });
    }
  }
  // #endregion sign-up
}
