import type { DomainEvent } from 'past-tense';

/** Member `userId` has a new password. Says that it changed, never what it was or is. */
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;
