import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  function tell(aggregate: A): void {
    const pending = aggregate.domainEvents();
    for (const event of pending) publisher.publish(event);
    if (aggregate.domainEvents().length === pending.length) aggregate.clearDomainEvents();
  }
  return {
    findById(id) {
      return inner.findById(id);
    },
    save(aggregate) {
      inner.save(aggregate);
      tell(aggregate);
    },
    saveAll(aggregates) {
      const all = [...aggregates];
      inner.saveAll(all);
      for (const aggregate of all) tell(aggregate);
    },
    delete(aggregate) {
      inner.delete(aggregate);
      tell(aggregate);
    },
    deleteById(id) {
      inner.deleteById(id);
    },
  };
}
