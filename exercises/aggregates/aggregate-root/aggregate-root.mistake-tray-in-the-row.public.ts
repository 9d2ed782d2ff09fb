import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;
  events: E[] = [];

  protected registerEvent<T extends E>(event: T): T {
    if (!event) throw new Error('There is no event.');
    this.events.push(event);
    return event;
  }

  domainEvents(): readonly E[] {
    return Array.from(this.events);
  }

  clearDomainEvents(): void {
    this.events.length = 0;
  }

  pullDomainEvents(): readonly E[] {
    return this.events.splice(0, this.events.length);
  }
}
