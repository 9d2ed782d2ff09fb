import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  function tell(aggregate: A): void {
    const pending = aggregate.domainEvents();
    for (const event of pending) publisher.publish(event);
    const added = aggregate.domainEvents().slice(pending.length);
    if (added.length > 0) {
      throw new Error(
        `A listener registered ${added.map(({ type }) => type).join(', ')} on ${aggregate.id}.`,
      );
    }
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
