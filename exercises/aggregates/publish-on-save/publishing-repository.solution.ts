import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  const publishEventsOf = (aggregate: A): void => {
    const events = aggregate.domainEvents();
    for (const event of events) publisher.publish(event);
    refuseNewcomers(aggregate, events);
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

/** Cleared now, an event that came meanwhile would be gone without ever having been published. */
function refuseNewcomers<E extends DomainEvent>(aggregate: AggregateRoot<E>, published: readonly E[]): void {
  const newcomers = aggregate.domainEvents().filter((event) => !published.includes(event));
  if (newcomers.length > 0) {
    const types = newcomers.map(({ type }) => type).join(', ');
    throw new Error(
      `A listener registered ${types} on ${aggregate.id} while its events were being published.`,
    );
  }
}
