import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. */
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
    return this.#pendingEvents.splice(0);
  }

  clearDomainEvents(): void {
    this.#pendingEvents = [];
  }

  pullDomainEvents(): readonly E[] {
    return this.domainEvents();
  }
}
