import { eventFactory, type Clock, type DomainEvent, type IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'RegisterUserEvent',
  { userId: string; name: string; contact: Contact }
>;

export type PasswordChanged = DomainEvent<'ChangePasswordEvent', { userId: string }>;

export const userRegistered = (user: User, clock: Clock, ids: IdGenerator): UserRegistered => {
  const contact = Object.freeze({ ...user.contact, channels: [...user.contact.channels] });
  Object.freeze(contact.channels);
  return eventFactory(clock, ids)('RegisterUserEvent', { userId: user.id, name: user.name, contact });
};

export const passwordChanged = ({ id: userId }: User, clock: Clock, ids: IdGenerator): PasswordChanged =>
  eventFactory(clock, ids)('ChangePasswordEvent', { userId });
