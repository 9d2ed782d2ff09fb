import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string; password: string }>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { id: userId, name, contact } = user;
  return fact('UserRegistered', { userId, name, contact }, clock, ids);
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  const { id: userId, password } = user;
  return fact('PasswordChanged', { userId, password }, clock, ids);
}

function fact<Type extends string, Data extends object>(
  type: Type,
  data: Data,
  clock: Clock,
  ids: IdGenerator,
): DomainEvent<Type, Data> {
  return deepFreeze({ type, data: structuredClone(data), eventId: ids.next(), occurredAt: clock.now() });
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
