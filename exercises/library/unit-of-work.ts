import type { AggregateRoot } from './aggregate-root.ts';
import type { Repository } from './repository.ts';
import type { TransactionManager } from './transaction-manager.ts';

/**
 * One piece of work on several aggregates: it remembers those that were touched and saves them at its end, so that
 * a change needs no `save` of its own.
 *
 * Elsewhere: `UnitOfWork` with `repo.seen` in Cosmic Python; EF Core's ChangeTracker, of which dotnet/eShop asks the
 * events. Spring Data publishes when a repository method is called, not when JPA writes a changed row by itself; to
 * publish without `save` was asked for and declined (spring-data-jpa#1727).
 */
export interface UnitOfWork<A extends AggregateRoot = AggregateRoot> {
  /**
   * Runs the work in a transaction and saves the tracked aggregates before it commits. When the work throws, nothing is
   * saved. A run inside a run is part of it: the outer one saves, in its own transaction, even what was tracked inside
   * REQUIRES_NEW.
   */
  run<T>(work: () => T): T;
  /** Remembers the aggregate until the end of the run. Throws outside of one, where nobody would save it. */
  track(aggregate: A): void;
}

/**
 * A unit of work that saves by this repository. Hand it a `publishingRepository`, and saving publishes: each event once,
 * also of an aggregate that was saved explicitly, because it has no pending events any more.
 *
 * Tracked aggregates are saved in the order of their tracking, and again until no listener has left news: what a
 * listener tracks or changes belongs to the same transaction.
 *
 * @param repository Its `save` is called for every tracked aggregate, and again as long as there is news.
 */
export function unitOfWork<A extends AggregateRoot>(
  transactions: TransactionManager,
  repository: Pick<Repository<A>, 'save'>,
): UnitOfWork<A> {
  let tracked: Set<A> | undefined;

  return {
    run(work) {
      if (tracked) return transactions.execute(work);
      return transactions.execute(() => {
        const seen = new Set<A>();
        tracked = seen;
        try {
          const result = work();
          saveUntilQuiet(seen, repository);
          return result;
        } finally {
          // Before the commit: a run inside of beforeCommit or afterCompletion comes too late to be part of this one.
          tracked = undefined;
        }
      });
    },
    track(aggregate) {
      if (!tracked) throw new Error(`track(${aggregate.id}) outside of run: nobody would save it.`);
      tracked.add(aggregate);
    },
  };
}

const MOST_ROUNDS = 100;

/** The last round finds no news, so it calls no listener and nothing can change after it. */
function saveUntilQuiet<A extends AggregateRoot>(
  tracked: ReadonlySet<A>,
  repository: Pick<Repository<A>, 'save'>,
): void {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const isQuiet = newsOf(tracked).length === 0;
    for (const aggregate of tracked) repository.save(aggregate);
    if (isQuiet) return;
  }
  throw new Error(
    `After ${MOST_ROUNDS} rounds of saving there is still news: ${newsOf(tracked).join(', ')}. ` +
      'Either listeners answer each other for ever, or the repository does not publish.',
  );
}

function newsOf(aggregates: ReadonlySet<AggregateRoot>): string[] {
  return [...aggregates].flatMap((aggregate) =>
    aggregate.domainEvents().map(({ type }) => `${type} of ${aggregate.id}`),
  );
}
