import { AggregateRoot } from './aggregate-root.ts';
import { PublishBudgetExceededError, type EventPublisher } from './event-publisher.ts';
import type { DomainEvent } from './messages.ts';
import { during } from './recording.ts';
import type { Repository } from './repository.ts';

/**
 * What becomes of an event that a listener registers on an aggregate whose events are being published.
 *
 * - `'reject'`: an error that names it; no event is cleared. Spring Data since 3.4.0 (3.2.9, 3.3.3).
 * - `'drain'`: it is published too, until no event is left. Cosmic Python, chapters 8 to 10.
 * - `'clear-first'`: it waits for the next save. dotnet/eShop, which clears all events and then publishes them.
 *
 * The last two take the events out beforehand: when a listener throws, what was not published yet is lost. Only the
 * answer to this question is taken from those systems, not the moment: eShop publishes before it saves, Cosmic Python
 * after the commit.
 *
 * Elsewhere: a fourth answer in domain-driven-hexagon, which drops the event silently.
 */
export type WhenListenerAddsEvents = 'reject' | 'drain' | 'clear-first';

/**
 * Puts publish-on-save in front of a repository: `save`, `saveAll` and `delete` first do their work, then publish the
 * pending events of the aggregates that they were given, and clear them. `deleteById` has no aggregate in hand and
 * publishes nothing; nor does a change that nobody saves.
 *
 * The listeners run before the call returns, inside the transaction if there is one, and find the new state. When the
 * repository throws, nothing is published. When a listener throws, the caller sees the error, the rest is not published
 * and all events of that aggregate stay pending, so a second save tells the first ones again.
 *
 * It publishes for this library's {@link AggregateRoot} only. Anything else, even of the same shape, is stored and nothing
 * is published, without an error, as with Spring Data for a domain type that has no method with `@DomainEvents`.
 *
 * Elsewhere: the repository proxy of Spring Data with `@DomainEvents` and `@AfterDomainEventPublication`. Source:
 * `EventPublishingRepositoryProxyPostProcessor`, spring-data-commons 4.2.0-SNAPSHOT at c64558c96.
 *
 * @param inner Stores; it knows nothing of events.
 * @param policy Decides about events that are registered while others are published. Default `'reject'`.
 * @returns The repository to hand to everybody: what is saved past it is told to nobody.
 */
export function publishingRepository<A extends AggregateRoot<E>, E extends DomainEvent>(
  inner: Repository<A>,
  publisher: EventPublisher<E>,
  policy: WhenListenerAddsEvents = 'reject',
): Repository<A> {
  const publishEventsOf = (aggregates: readonly A[]): void =>
    publishing[policy](aggregates.filter(isRoot), publisher);
  return {
    findById: (id) => inner.findById(id),
    save: (aggregate) =>
      during({ kind: 'saved', place: 'repository', label: aggregate }, () => {
        inner.save(aggregate);
        publishEventsOf([aggregate]);
      }),
    saveAll(aggregates) {
      const all = [...aggregates];
      during({ kind: 'saved', place: 'repository', label: all }, () => {
        inner.saveAll(all);
        publishEventsOf(all);
      });
    },
    delete: (aggregate) =>
      during({ kind: 'deleted', place: 'repository', label: aggregate }, () => {
        inner.delete(aggregate);
        publishEventsOf([aggregate]);
      }),
    deleteById: (id) =>
      during({ kind: 'deleted', place: 'repository', label: id }, () => inner.deleteById(id)),
  };
}

/** The types promise a root. A cast, or a method handed on as a method of a wider type, gets past them. */
const isRoot = (aggregate: unknown): boolean => aggregate instanceof AggregateRoot;

const MOST_ADDED_EVENTS = 1_000;

type Publishing = <E extends DomainEvent>(
  aggregates: readonly AggregateRoot<E>[],
  publisher: EventPublisher<E>,
) => void;

const publishing: Record<WhenListenerAddsEvents, Publishing> = {
  reject(aggregates, publisher) {
    for (const aggregate of aggregates) {
      const events = aggregate.domainEvents();
      for (const event of events) publisher.publish(event);
      refuseChanges(aggregate, events);
      aggregate.clearDomainEvents();
    }
  },

  drain(aggregates, publisher) {
    const queue = pullAll(aggregates);
    const limit = queue.length + MOST_ADDED_EVENTS;
    for (let next = 0; next < queue.length; next += 1) {
      if (next === limit) {
        const types = queue.map(({ type }) => type);
        throw new PublishBudgetExceededError(`More than ${MOST_ADDED_EVENTS} events came of one save`, types);
      }
      publisher.publish(queue[next]!);
      queue.push(...pullAll(aggregates));
    }
  },

  'clear-first'(aggregates, publisher) {
    for (const event of pullAll(aggregates)) publisher.publish(event);
  },
};

function pullAll<E extends DomainEvent>(aggregates: readonly AggregateRoot<E>[]): E[] {
  return aggregates.flatMap((aggregate) => aggregate.pullDomainEvents());
}

/** Cleared now, an event that came meanwhile would be gone without ever having been published. */
function refuseChanges(aggregate: AggregateRoot, published: readonly DomainEvent[]): void {
  const pending = aggregate.domainEvents();
  const added = pending.filter((event) => !published.includes(event)).map(({ type }) => type);
  if (added.length > 0) {
    throw new Error(
      `While the events of ${aggregate.id} were being published, a listener registered ${added.join(', ')} on it. ` +
        `Still pending: ${pending.map(({ type }) => type).join(', ')}. Let the listener change another aggregate, or change this one later.`,
    );
  }
  if (pending.length < published.length) {
    throw new Error(
      `While the events of ${aggregate.id} were being published, a listener saved it too: ` +
        `${published.map(({ type }) => type).join(', ')} reached the listeners more than once.`,
    );
  }
}
