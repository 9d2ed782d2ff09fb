import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;
  static #pendingEvents: DomainEvent[] = [];

  protected registerEvent<T extends E>(event: T): T {
    if (event === null || event === undefined) {
      throw new TypeError(`registerEvent expects a domain event, but received ${String(event)}.`);
    }
    AggregateRoot.#pendingEvents.push(event);
    return event;
  }

  domainEvents(): readonly E[] {
    return [...AggregateRoot.#pendingEvents] as E[];
  }

  clearDomainEvents(): void {
    AggregateRoot.#pendingEvents = [];
  }

  pullDomainEvents(): readonly E[] {
    const pulled = AggregateRoot.#pendingEvents as E[];
    AggregateRoot.#pendingEvents = [];
    return pulled;
  }
}
