/** The service tells the news, and the second way to the same change forgets to. */
import type { DomainEvent, EventFactory } from 'past-tense';

export type PasswordChanged = DomainEvent<'PasswordChanged', { userId: string }>;

export interface Member {
  changePassword(current: string, next: string): void;
  resetPassword(temporary: string): void;
}

export interface Members {
  get(userId: string): Member;
  save(user: Member): void;
}

// #region service
export function memberService(
  members: Members,
  event: EventFactory,
  publish: (event: PasswordChanged) => void,
) {
  return {
    changePassword(userId: string, current: string, next: string): void {
      const user = members.get(userId);
      user.changePassword(current, next);
      members.save(user);
      publish(event('PasswordChanged', { userId }));
    },

    // Came four months later, for the help desk. Who calls there has forgotten the current password.
    resetPassword(userId: string, temporary: string): void {
      const user = members.get(userId);
      user.resetPassword(temporary);
      members.save(user);
    },
  };
}
// #endregion service
