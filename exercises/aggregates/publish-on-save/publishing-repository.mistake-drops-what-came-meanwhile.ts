import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  const publishEventsOf = (aggregate: A): void => {
    for (const event of aggregate.domainEvents()) publisher.publish(event);
    aggregate.clearDomainEvents();
  };

  return {
    findById: (id) => inner.findById(id),
    save(aggregate) {
      inner.save(aggregate);
      publishEventsOf(aggregate);
    },
    saveAll(aggregates) {
      const all = [...aggregates];
      inner.saveAll(all);
      all.forEach(publishEventsOf);
    },
    delete(aggregate) {
      inner.delete(aggregate);
      publishEventsOf(aggregate);
    },
    deleteById: (id) => inner.deleteById(id),
  };
}
