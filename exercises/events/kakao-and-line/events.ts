import type { DomainEvent } from 'past-tense';

/** Somebody became a member of Haru Kitchen. */
export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Readonly<Contact> }
>;

/** Where a member can be reached. */
export interface Contact {
  email: string;
  phone: string;
  /** Only of members who use LINE. */
  lineId?: string;
}
