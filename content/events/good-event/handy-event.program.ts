/** An event made of whatever was at hand, and a log that writes down every event. */

export type AnyEvent = { readonly type: string };
export type Publish = (event: AnyEvent & Record<string, unknown>) => void;

export class User {
  readonly id: string;
  name: string;
  password: string;

  constructor(id: string, name: string, password: string) {
    this.id = id;
    this.name = name;
    this.password = password;
  }

  // #region change-password
  changePassword(password: string, publish: Publish): void {
    this.password = password;
    publish({ type: 'ChangePassword', user: this, password, at: new Date() });
  }
  // #endregion change-password
}

export function logEvery(event: AnyEvent, log: (line: string) => void): void {
  log(JSON.stringify(event));
}
