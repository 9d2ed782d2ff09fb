import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  return {
    findById: (id) => inner.findById(id),
    save(aggregate) {
      const events = aggregate.pullDomainEvents();
      inner.save(aggregate);
      tell(events);
    },
    saveAll(aggregates) {
      const all = [...aggregates];
      const events = all.flatMap((aggregate) => aggregate.pullDomainEvents());
      inner.saveAll(all);
      tell(events);
    },
    delete(aggregate) {
      const events = aggregate.pullDomainEvents();
      inner.delete(aggregate);
      tell(events);
    },
    deleteById: (id) => inner.deleteById(id),
  };

  function tell(events: readonly E[]): void {
    for (const event of events) publisher.publish(event);
  }
}
