import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  function tell(aggregate: A): void {
    for (const event of aggregate.domainEvents()) publisher.publish(event);
    aggregate.clearDomainEvents();
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
      inner.saveAll(aggregates);
    },
    delete(aggregate) {
      inner.delete(aggregate);
    },
    deleteById(id) {
      inner.deleteById(id);
    },
  };
}
