import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Channel, User } from './user.ts';

type ReadonlyContact = Readonly<{ email: string; phone: string; channels: readonly Channel[] }>;

export type UserRegistered = DomainEvent<
  'UserRegistered',
  Readonly<{ userId: string; name: string; contact: ReadonlyContact }>
>;
export type PasswordChanged = DomainEvent<'PasswordChanged', Readonly<{ userId: string }>>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const contact = { ...user.contact, channels: [...user.contact.channels] } as const;
  return {
    type: 'UserRegistered',
    data: { userId: user.id, name: user.name, contact },
    eventId: ids.next(),
    occurredAt: clock.now(),
  };
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return {
    type: 'PasswordChanged',
    data: { userId: user.id },
    eventId: ids.next(),
    occurredAt: clock.now(),
  } as const;
}
