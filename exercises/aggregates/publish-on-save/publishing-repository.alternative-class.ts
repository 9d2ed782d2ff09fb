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
    this.#inner.save(aggregate);
    this.#publish(aggregate);
  }

  saveAll(aggregates: Iterable<A>): void {
    const stored: A[] = [];
    this.#inner.saveAll(noting(aggregates, stored));
    for (const aggregate of stored) this.#publish(aggregate);
  }

  delete(aggregate: A): void {
    this.#inner.delete(aggregate);
    this.#publish(aggregate);
  }

  deleteById(id: string): void {
    this.#inner.deleteById(id);
  }

  #publish(aggregate: A): void {
    const count = aggregate.domainEvents().length;
    aggregate.domainEvents().forEach((event) => this.#publisher.publish(event));
    const [newcomer] = aggregate.domainEvents().slice(count);
    if (newcomer) throw new AddedMeanwhileError(newcomer);
    aggregate.clearDomainEvents();
  }
}

class AddedMeanwhileError extends Error {
  constructor({ type }: DomainEvent) {
    super(`${type} was registered while earlier events of the same aggregate were being published`);
  }
}

function* noting<A>(aggregates: Iterable<A>, seen: A[]): Generator<A> {
  for (const aggregate of aggregates) {
    seen.push(aggregate);
    yield aggregate;
  }
}
