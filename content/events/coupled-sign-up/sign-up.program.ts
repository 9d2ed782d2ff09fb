/** The sign-up that does everything. */
import type { Database, Gateway, Member } from './kitchen.program.ts';

// #region service
export class SignUpService {
  readonly #database: Database;
  readonly #email: Gateway;
  readonly #sms: Gateway;

  constructor(database: Database, email: Gateway, sms: Gateway) {
    this.#database = database;
    this.#email = email;
    this.#sms = sms;
  }

  signUp(member: Member): void {
    this.#database.transaction(() => {
      this.#database.members.save(member);
      this.#email.send(member.id);
      this.#sms.send(member.id);
    });
  }
}
// #endregion service
