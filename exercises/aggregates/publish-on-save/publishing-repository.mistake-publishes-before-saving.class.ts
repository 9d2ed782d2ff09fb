import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  return new PublishingRepository(inner, publisher);
}

class PublishingRepository<A extends AggregateRoot<E>, E extends DomainEvent> implements Repository<A> {
  readonly #inner: Repository<A>;
  readonly #publisher: EventPublisher<E>;

  constructor(inner: Repository<A>, publisher: EventPublisher<E>) {
    this.#inner = inner;
    this.#publisher = publisher;
  }

  findById(id: string): A | undefined {
    return this.#inner.findById(id);
  }

  save(aggregate: A): void {
    this.#flush(aggregate);
    this.#inner.save(aggregate);
  }

  saveAll(aggregates: Iterable<A>): void {
    const list = Array.from(aggregates);
    for (const aggregate of list) this.#flush(aggregate);
    this.#inner.saveAll(list);
  }

  delete(aggregate: A): void {
    this.#flush(aggregate);
    this.#inner.delete(aggregate);
  }

  deleteById(id: string): void {
    this.#inner.deleteById(id);
  }

  #flush(aggregate: A): void {
    for (const event of aggregate.domainEvents()) this.#publisher.publish(event);
    aggregate.clearDomainEvents();
  }
}
