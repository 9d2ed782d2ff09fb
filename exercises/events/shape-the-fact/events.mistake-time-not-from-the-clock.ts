import type { Clock, IdGenerator } from 'past-tense';
import type { Channel, User } from './user.ts';

type Fact<Type, Data> = Readonly<{ type: Type; data: Readonly<Data>; eventId: string; occurredAt: Date }>;

export type UserRegistered = Fact<
  'UserRegistered',
  {
    userId: string;
    name: string;
    contact: Readonly<{ email: string; phone: string; channels: readonly Channel[] }>;
  }
>;

export type PasswordChanged = Fact<'PasswordChanged', { userId: string }>;

export function userRegistered(user: User, clock: Clock, ids: IdGenerator): UserRegistered {
  const { email, phone, channels } = user.contact;
  return Object.freeze({
    type: 'UserRegistered',
    data: Object.freeze({
      userId: user.id,
      name: user.name,
      contact: Object.freeze({ email, phone, channels: Object.freeze([...channels]) }),
    }),
    eventId: ids.next(),
    occurredAt: Object.freeze(new Date(clock.now())),
  });
}

export function passwordChanged(user: User, clock: Clock, ids: IdGenerator): PasswordChanged {
  return Object.freeze({
    type: 'PasswordChanged',
    data: Object.freeze({ userId: user.id }),
    eventId: ids.next(),
    occurredAt: Object.freeze(new Date(clock.now())),
  });
}
