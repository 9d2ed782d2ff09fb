import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

function fact<Type extends string, Data extends object>(
  type: Type,
  data: Data,
  clock: Clock,
  ids: IdGenerator,
): DomainEvent<Type, Data> {
  const event = { type, data: { ...data }, eventId: ids.next(), occurredAt: clock.now() };
  Object.freeze(event.data);
  return Object.freeze(event);
}

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { id, name, contact } = user;
  return fact('UserRegistered', { userId: id, name, contact: { ...contact } }, clock, ids);
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return fact('PasswordChanged', { userId: user.id }, clock, ids);
}
