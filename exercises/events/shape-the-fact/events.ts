import type { Clock, IdGenerator } from 'past-tense';
import type { User } from './user.ts';

export type UserRegistered = { type: 'RegisterUser'; user: User; password: string; at: Date };

export type PasswordChanged = { type: 'ChangePassword'; user: User; password: string; at: Date };

// `_clock` and `_ids` are named so because nobody asks them yet.
export function userRegistered(user: User, _clock: Clock, _ids: IdGenerator): UserRegistered {
  return { type: 'RegisterUser', user, password: user.password, at: new Date() };
}

export function passwordChanged(user: User, _clock: Clock, _ids: IdGenerator): PasswordChanged {
  return { type: 'ChangePassword', user, password: user.password, at: new Date() };
}
