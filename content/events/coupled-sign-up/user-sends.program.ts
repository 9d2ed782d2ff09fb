/** The member is handed the gateways. */
import type { Database, Gateway } from './kitchen.program.ts';

// #region user
export class User {
  readonly id: string;

  private constructor(id: string) {
    this.id = id;
  }

  static signUp(id: string, email: Gateway, sms: Gateway): User {
    if (id.length < 3) throw new Error('An id needs three characters');
    const user = new User(id);
    email.send(user.id);
    sms.send(user.id);
    return user;
  }
}
// #endregion user

interface Kitchen {
  readonly database: Database;
  readonly email: Gateway;
  readonly sms: Gateway;
}

// #region caller
export function signUp(id: string, { database, email, sms }: Kitchen): void {
  database.transaction(() => {
    database.members.save(User.signUp(id, email, sms));
  });
}
// #endregion caller
