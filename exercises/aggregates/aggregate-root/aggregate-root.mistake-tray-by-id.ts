import type { DomainEvent } from 'past-tense';

const trays = new Map<string, DomainEvent[]>();

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;

  protected registerEvent<T extends E>(event: T): T {
    if (event === null || event === undefined) {
      throw new TypeError(`registerEvent expects a domain event, but received ${String(event)}.`);
    }
    trays.set(this.id, [...this.domainEvents(), event]);
    return event;
  }

  domainEvents(): readonly E[] {
    return [...((trays.get(this.id) ?? []) as E[])];
  }

  clearDomainEvents(): void {
    trays.delete(this.id);
  }

  pullDomainEvents(): readonly E[] {
    const pulled = this.domainEvents();
    this.clearDomainEvents();
    return pulled;
  }
}
