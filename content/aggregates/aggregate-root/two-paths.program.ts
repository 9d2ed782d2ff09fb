/** The service tells the news, and the second way to the same change forgets to. */
import type { DomainEvent, EventFactory } from 'past-tense';

export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export interface Members {
  get(userId: string): { changePassword(next: string): void };
  save(user: { changePassword(next: string): void }): void;
}

// #region service
export function memberService(
  members: Members,
  event: EventFactory,
  publish: (event: PasswordChanged) => void,
) {
  return {
    changePassword(userId: string, next: string): void {
      const user = members.get(userId);
      user.changePassword(next);
      members.save(user);
      publish(event('PasswordChanged', { userId }));
    },

    // Came four months later, for the help desk.
    resetPassword(userId: string, temporary: string): void {
      const user = members.get(userId);
      user.changePassword(temporary);
      members.save(user);
    },
  };
}
// #endregion service
