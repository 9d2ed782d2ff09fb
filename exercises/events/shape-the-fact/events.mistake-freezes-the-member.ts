import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

export type UserRegistered = DomainEvent<
  'UserRegistered',
  { userId: string; name: string; contact: Contact }
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  return deepFreeze({
    type: 'UserRegistered',
    data: { userId: user.id, name: user.name, contact: user.contact },
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return deepFreeze({
    type: 'PasswordChanged',
    data: { userId: user.id },
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
