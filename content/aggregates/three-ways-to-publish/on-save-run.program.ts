/** On save: the user registers, and the repository publishes. */
import { eventFactory, publishingRepository } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { PasswordService, User as SpeakingUser } from './on-save.program.ts';
import { soraChanges, toldCall } from './sora-changes.program.ts';

class User extends SpeakingUser {
  override changePassword(next: string): void {
    toldCall(this, () => super.changePassword(next));
  }
}

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  return soraChanges(
    (id, password) => new User(id, password, event),
    (users, publisher) => new PasswordService(publishingRepository(users, publisher)),
  );
}
