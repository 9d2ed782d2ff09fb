/** The base class as the lesson builds it. The course library has the same one with its documentation. */
import type { DomainEvent } from 'past-tense';

// #region aggregate-root
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;
  #pendingEvents: E[] = [];

  protected registerEvent<T extends E>(event: T): T {
    if (event === null || event === undefined) {
      throw new TypeError(`registerEvent expects a domain event, but received ${String(event)}.`);
    }
    this.#pendingEvents.push(event);
    return event;
  }

  domainEvents(): readonly E[] {
    return [...this.#pendingEvents];
  }

  clearDomainEvents(): void {
    this.#pendingEvents = [];
  }

  pullDomainEvents(): readonly E[] {
    const pulled = this.#pendingEvents;
    this.#pendingEvents = [];
    return pulled;
  }
}
// #endregion aggregate-root
