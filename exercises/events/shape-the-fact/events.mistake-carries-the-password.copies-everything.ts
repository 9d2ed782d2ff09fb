import type { Clock, DomainEvent, IdGenerator } from 'past-tense';
import type { Contact, User } from './user.ts';

type Snapshot = { userId: string; name: string; contact: Contact; password: string };

export type UserRegistered = DomainEvent<'UserRegistered', Snapshot>;
export type PasswordChanged = DomainEvent<'PasswordChanged', Snapshot>;

export const userRegistered = (user: User, clock: Clock, ids: IdGenerator): UserRegistered =>
  frozen({ type: 'UserRegistered', data: snapshotOf(user), eventId: ids.next(), occurredAt: clock.now() });

export const passwordChanged = (user: User, clock: Clock, ids: IdGenerator): PasswordChanged =>
  frozen({ type: 'PasswordChanged', data: snapshotOf(user), eventId: ids.next(), occurredAt: clock.now() });

function snapshotOf({ id, ...rest }: User): Snapshot {
  return { userId: id, ...structuredClone(rest) };
}

function frozen<Value extends object>(event: Value): Value {
  for (const part of Object.values(event)) if (typeof part === 'object') frozen(part as object);
  return Object.freeze(event);
}
