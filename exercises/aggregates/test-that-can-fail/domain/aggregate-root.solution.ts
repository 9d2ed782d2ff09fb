export abstract class AggregateRoot<E extends object> {
  #pendingEvents: E[] = [];

  protected registerEvent(event: E): void {
    this.#pendingEvents.push(event);
  }

  /** The pending events in the order of their registration; a copy. */
  domainEvents(): readonly E[] {
    return [...this.#pendingEvents];
  }

  clearDomainEvents(): void {
    this.#pendingEvents = [];
  }
}
