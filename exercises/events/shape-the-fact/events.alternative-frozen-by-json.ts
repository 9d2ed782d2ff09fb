import { eventFactory, type Clock, type DomainEvent, type IdGenerator } from 'past-tense';
import type { User } from './user.ts';

type Facts = {
  UserRegistered: { userId: string; name: string; contact: User['contact'] };
  PasswordChanged: { userId: string };
};

export type UserRegistered = DomainEvent<'UserRegistered', Facts['UserRegistered']>;
export type PasswordChanged = DomainEvent<'PasswordChanged', Facts['PasswordChanged']>;

export const userRegistered = factOf('UserRegistered', ({ id, name, contact }) => ({
  userId: id,
  name,
  contact,
}));

export const passwordChanged = factOf('PasswordChanged', ({ id }) => ({ userId: id }));

function factOf<Type extends keyof Facts>(type: Type, tell: (user: User) => Facts[Type]) {
  return (user: User, clock: Clock, ids: IdGenerator): DomainEvent<Type, Facts[Type]> =>
    frozenCopy(eventFactory(clock, ids)(type, tell(user)));
}

/** The reviver meets the innermost parts first, and freezes each as it comes by. */
function frozenCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => Object.freeze(part)) as Value;
}
