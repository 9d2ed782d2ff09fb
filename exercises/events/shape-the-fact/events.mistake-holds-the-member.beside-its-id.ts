import { eventFactory, type Clock, type DomainEvent, type IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact; source: User }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string; source: User }>;

export function userRegistered(source: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { id: userId, name, contact } = source;
  return eventFactory(clock, ids)('UserRegistered', { userId, name, contact, source });
}

export function passwordChanged(source: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return eventFactory(clock, ids)('PasswordChanged', { userId: source.id, source });
}
