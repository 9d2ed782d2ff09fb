/** The event is registered where every object begins, those that come from a row included. */
import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type MemberRegistered = DomainEvent<'MemberRegistered', { memberId: number }>;

// #region member
export class Member extends AggregateRoot<MemberRegistered> {
  // The database assigns the real number when the row is inserted.
  number = 0;
  readonly email: string;

  constructor(email: string, event: EventFactory) {
    super();
    this.email = email;
    this.registerEvent(event('MemberRegistered', { memberId: this.number }));
  }

  get id(): string {
    return String(this.number);
  }
}
// #endregion member
