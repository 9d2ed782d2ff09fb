export abstract class AggregateRoot<E extends object> {
  #pendingEvents: E[] = [];

  protected registerEvent(event: E): void {
    this.#pendingEvents.push(event);
  }

  domainEvents(): readonly E[] {
    return [...this.#pendingEvents];
  }

  clearDomainEvents(): void {
    this.#pendingEvents = [];
  }
}
