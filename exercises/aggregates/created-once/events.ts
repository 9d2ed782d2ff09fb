import type { DomainEvent } from 'past-tense';

/** Somebody became a member: `userId`, with this e-mail address. */
export type UserRegistered = DomainEvent<'UserRegistered', { userId: string; email: string }>;

/** Member `userId` is called `nickname` from here on. */
export type NicknameChanged = DomainEvent<'NicknameChanged', { userId: string; nickname: string }>;

export type UserEvent = UserRegistered | NicknameChanged;
