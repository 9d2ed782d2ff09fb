const pendingEvents: object[] = [];

export abstract class AggregateRoot<E extends object> {
  protected registerEvent(event: E): void {
    pendingEvents.push(event);
  }

  domainEvents(): readonly E[] {
    return [...pendingEvents] as E[];
  }

  clearDomainEvents(): void {
    pendingEvents.length = 0;
  }
}
