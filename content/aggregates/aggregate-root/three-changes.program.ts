/** Three password changes, with a look and a pull between them. The lesson asks what run() returns. */
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { User } from './user.program.ts';

// #region run
export function run(): string {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const mina = new User('mina', 'first-secret', event);

  mina.changePassword('first-secret', 'second-secret');
  const seen = mina.domainEvents();
  mina.changePassword('second-secret', 'third-secret');
  const taken = mina.pullDomainEvents();
  mina.changePassword('third-secret', 'fourth-secret');

  const left = mina.domainEvents();
  return `seen ${seen.length}, taken ${taken.length}, left ${left.length}`;
}
// #endregion run
