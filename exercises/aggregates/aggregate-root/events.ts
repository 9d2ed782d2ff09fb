import type { DomainEvent } from 'past-tense';

/** Member `userId` has a new password. */
export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;
