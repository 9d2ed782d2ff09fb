/** Haru Kitchen's own root. Nobody extends it yet, and it forgets whatever is registered. */
export abstract class AggregateRoot<E extends object> {
  protected registerEvent(_event: E): void {}

  domainEvents(): readonly E[] {
    return [];
  }

  clearDomainEvents(): void {}
}
