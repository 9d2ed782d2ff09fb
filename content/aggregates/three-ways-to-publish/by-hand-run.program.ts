/** By hand: the service saves, then publishes. */
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { PasswordService } from './by-hand-in-order.program.ts';
import { User as PlainUser } from './by-hand.program.ts';
import { soraChanges, toldCall } from './sora-changes.program.ts';

class User extends PlainUser {
  override changePassword(next: string): void {
    toldCall(this, () => super.changePassword(next));
  }
}

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  return soraChanges(
    (id, password) => new User(id, password),
    (users, publisher) => new PasswordService(users, publisher, event),
  );
}
