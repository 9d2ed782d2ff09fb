/** The same service with its two lines in the right order. */
import type { EventFactory, EventPublisher, Repository } from 'past-tense';
import type { PasswordChanged, User } from './by-hand.program.ts';
import { existing } from './existing.program.ts';

// #region service
export class PasswordService {
  constructor(
    private readonly users: Repository<User>,
    private readonly publisher: EventPublisher<PasswordChanged>,
    private readonly event: EventFactory,
  ) {}

  changePassword(userId: string, next: string): void {
    const user = existing(this.users.findById(userId));
    user.changePassword(next);
    this.users.save(user);
    this.publisher.publish(this.event('PasswordChanged', { userId }));
  }
}
// #endregion service
