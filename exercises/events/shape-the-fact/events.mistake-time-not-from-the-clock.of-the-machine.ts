import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Channel, User } from './user.ts';

type Contact = Readonly<{ email: string; phone: string; channels: readonly Channel[] }>;

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

const stamp = (ids: IdGenerator) => ({ eventId: ids.next(), occurredAt: Date.now() });

export function userRegistered(user: User, _clock: Clock, ids: IdGenerator): UserRegistered {
  const contact = Object.freeze({ ...user.contact, channels: Object.freeze([...user.contact.channels]) });
  const data = Object.freeze({ userId: user.id, name: user.name, contact });
  return Object.freeze({ type: 'UserRegistered', data, ...stamp(ids) });
}

export function passwordChanged(user: User, _clock: Clock, ids: IdGenerator): PasswordChanged {
  return Object.freeze({
    type: 'PasswordChanged',
    data: Object.freeze({ userId: user.id }),
    ...stamp(ids),
  });
}
