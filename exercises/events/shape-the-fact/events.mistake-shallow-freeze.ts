import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Channel, User } from './user.ts';

/** A person became member `userId`, under this name and to be reached like this. */
export type UserRegistered = DomainEvent<
  'UserRegistered',
  {
    userId: string;
    name: string;
    contact: Readonly<{ email: string; phone: string; channels: readonly Channel[] }>;
  }
>;

/** Member `userId` has a new password. Says that it changed, never what it was or is. */
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { email, phone, channels } = user.contact;
  return Object.freeze({
    type: 'UserRegistered',
    data: {
      userId: user.id,
      name: user.name,
      contact: { email, phone, channels: [...channels] },
    },
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return Object.freeze({
    type: 'PasswordChanged',
    data: { userId: user.id },
    eventId: ids.next(),
    occurredAt: clock.now(),
  });
}
