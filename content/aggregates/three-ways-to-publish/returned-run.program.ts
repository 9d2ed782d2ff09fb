/** Returned: the events come back to the service, which publishes them. */
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import type { PasswordChanged } from './by-hand.program.ts';
import { PasswordService, User as ReturningUser } from './returned.program.ts';
import { soraChanges, toldCall } from './sora-changes.program.ts';

class User extends ReturningUser {
  override changePassword(next: string): readonly PasswordChanged[] {
    return toldCall(this, () => super.changePassword(next), ' → PasswordChanged');
  }
}

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  return soraChanges(
    (id, password) => new User(id, password, event),
    (users, publisher) => new PasswordService(users, publisher),
  );
}
