/** What the base class promises. The learner writes it, and the course library keeps the same promise. */
import type { DomainEvent } from 'past-tense';

// #region contract
export declare abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;
  protected registerEvent<T extends E>(event: T): T;
  domainEvents(): readonly E[];
  clearDomainEvents(): void;
  pullDomainEvents(): readonly E[];
}
// #endregion contract
