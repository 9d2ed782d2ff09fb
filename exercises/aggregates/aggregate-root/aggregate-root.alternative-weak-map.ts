import type { DomainEvent } from 'past-tense';

/** The tray of each aggregate, kept beside it. It goes when the aggregate goes. */
const trays = new WeakMap<object, DomainEvent[]>();

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;

  protected registerEvent<T extends E>(event: T | null | undefined): T {
    const told = present(event);
    trays.set(this, [...this.domainEvents(), told]);
    return told;
  }

  domainEvents(): readonly E[] {
    return ((trays.get(this) ?? []) as E[]).slice();
  }

  clearDomainEvents(): void {
    trays.delete(this);
  }

  pullDomainEvents(): readonly E[] {
    try {
      return this.domainEvents();
    } finally {
      this.clearDomainEvents();
    }
  }
}

function present<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('There is no event to register.');
  return value;
}
