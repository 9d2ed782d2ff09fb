import type { DomainEvent } from 'past-tense';

/** Keeps what happened to an aggregate until somebody publishes it. */
export abstract class AggregateRoot<E extends DomainEvent = DomainEvent> {
  abstract readonly id: string;
  #tray = new Array<E>();

  protected registerEvent<T extends E>(event: T): T {
    if (!event) throw new Error('There is no event.');
    this.#tray = [...this.#tray, event];
    return event;
  }

  domainEvents(): E[] {
    return this.#tray;
  }

  clearDomainEvents(): void {
    this.#tray.splice(0);
  }

  pullDomainEvents(): E[] {
    return this.#tray.splice(0);
  }
}
