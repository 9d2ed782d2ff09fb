import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. A list is replaced and never changed. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;

  declare private pending: readonly E[];

  constructor() {
    Object.defineProperty(this, 'pending', { value: none, writable: true, enumerable: false });
  }

  protected registerEvent<T extends E>(event: T): T {
    if (!event) throw new RangeError('Nothing is no event.');
    this.pending = Object.freeze(this.pending.concat(event));
    return event;
  }

  domainEvents(): readonly E[] {
    return this.pending;
  }

  clearDomainEvents(): void {
    this.pullDomainEvents();
  }

  pullDomainEvents(): readonly E[] {
    const { pending } = this;
    this.pending = none;
    return pending;
  }
}

const none: readonly never[] = Object.freeze([]);
