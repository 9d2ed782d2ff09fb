import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

// `_publisher` is named so because nobody uses it yet.
export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  _publisher: EventPublisher<E>,
): Repository<A> {
  return {
    findById(id) {
      return inner.findById(id);
    },
    save(aggregate) {
      inner.save(aggregate);
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
