import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { User } from './user.ts';

export type UserRegistered = DomainEvent<'UserRegistered', { user: User }>;
export type PasswordChanged = DomainEvent<'PasswordChanged', { user: User }>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  return Object.freeze({
    type: 'UserRegistered',
    data: Object.freeze({ user }),
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return Object.freeze({
    type: 'PasswordChanged',
    data: Object.freeze({ user }),
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}
