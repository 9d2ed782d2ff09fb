import type { AggregateRoot, DomainEvent, EventPublisher, Repository } from './contracts.ts';

/** As Spring Data does it: one interceptor for all methods, and a list of the names that publish. */
export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
): Repository<A> {
  return new Proxy(inner, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || !PUBLISHING.has(String(name))) return method;
      return (argument: A | Iterable<A>) => {
        const isMany = Symbol.iterator in argument;
        const aggregates = isMany ? [...argument] : [argument];
        Reflect.apply(method, target, [isMany ? aggregates : argument]);
        for (const aggregate of aggregates) publishEventsOf(aggregate, publisher);
      };
    },
  });
}

const PUBLISHING = new Set(['save', 'saveAll', 'delete']);

function publishEventsOf<E extends DomainEvent>(
  aggregate: AggregateRoot<E>,
  publisher: EventPublisher<E>,
): void {
  const before = aggregate.domainEvents();
  before.forEach((event) => publisher.publish(event));
  const late = new Set(aggregate.domainEvents());
  before.forEach((event) => late.delete(event));
  if (late.size > 0) throw new Error(`Too late to be published: ${[...late].map(({ type }) => type).join()}`);
  aggregate.clearDomainEvents();
}
