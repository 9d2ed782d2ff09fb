import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  const publishEventsOf = (aggregate: A): void => {
    let told = 0;
    while (told < aggregate.domainEvents().length) {
      publisher.publish(aggregate.domainEvents()[told]!);
      told += 1;
    }
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
