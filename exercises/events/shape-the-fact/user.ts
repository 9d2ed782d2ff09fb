/** A member of Haru Kitchen as the application holds it in memory. Everything about it changes but the id. */
export class User {
  readonly id: string;
  name: string;
  contact: Contact;
  /** Plain text, so that there is less to read. A real system stores a salted hash. */
  password: string;

  constructor(id: string, name: string, contact: Contact, password: string) {
    this.id = id;
    this.name = name;
    this.contact = contact;
    this.password = password;
  }
}

export type Contact = {
  email: string;
  phone: string;
  /** Where the member wants to hear from Haru Kitchen, the preferred channel first. */
  channels: Channel[];
};

export type Channel = 'email' | 'sms' | 'kakao' | 'line';
