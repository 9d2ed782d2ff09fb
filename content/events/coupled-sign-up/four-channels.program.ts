/** The sign-up after Kakao and LINE were asked for. */
import type { Database, Gateway, Member } from './kitchen.program.ts';

// #region service
export class SignUpService {
  readonly #database: Database;
  readonly #email: Gateway;
  readonly #sms: Gateway;
  readonly #kakao: Gateway;
  readonly #line: Gateway;

  constructor(database: Database, email: Gateway, sms: Gateway, kakao: Gateway, line: Gateway) {
    this.#database = database;
    this.#email = email;
    this.#sms = sms;
    this.#kakao = kakao;
    this.#line = line;
  }

  signUp(member: Member): void {
    this.#database.transaction(() => {
      this.#database.members.save(member);
      this.#email.send(member.id);
      this.#sms.send(member.id);
      this.#kakao.send(member.id);
      this.#line.send(member.id);
    });
  }
}
// #endregion service
