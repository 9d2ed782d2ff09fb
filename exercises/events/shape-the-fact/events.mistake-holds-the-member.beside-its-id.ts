import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact; source: User }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string; source: User }>;

const stamp = (clock: Clock, ids: IdGenerator) => ({ eventId: ids.next(), occurredAt: clock.now() });

export function userRegistered(source: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { id: userId, name, contact } = source;
  const data = Object.freeze({ userId, name, contact, source });
  return Object.freeze({ ...stamp(clock, ids), type: 'UserRegistered', data });
}

export function passwordChanged(source: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  const data = Object.freeze({ userId: source.id, source });
  return Object.freeze({ ...stamp(clock, ids), type: 'PasswordChanged', data });
}
