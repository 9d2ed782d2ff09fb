import { inMemoryDatabase } from './database.ts';
import type { EventStore } from './event-store.ts';
import type { DomainEvent } from './messages.ts';
import { project, type Projection } from './projection.ts';
import { note } from './recording.ts';
import { tableReadModelStore, type ReadModelStore } from './read-model-store.ts';

/**
 * Keeps the view of a projection up to date. It remembers nothing itself: view and checkpoint are read from the store of
 * read models each time, so it goes on after a restart where the last save was.
 *
 * Elsewhere: a catch-up subscription with a checkpoint in KurrentDB, the async daemon in Marten, a streaming event
 * processor in Axon.
 */
export interface Projector<View> {
  /** The position of the last event that the view contains; 0 before the first. */
  readonly checkpoint: number;
  /** The view as it was saved last. It may be behind the store: that is eventual consistency. */
  view(): View;
  /**
   * Takes in the events behind the checkpoint and returns how many there were. An event that comes a second time is
   * passed over.
   *
   * View and checkpoint are saved together after each event. When the projection throws, the error reaches the caller,
   * what was saved before stands, and the next call tries the same event again. Marten's daemon skips such an event by
   * default while it runs, and stops at it in a rebuild: the two views may then differ.
   */
  catchUp(): number;
  /**
   * Makes the view again from the first event, beside the old one, and replaces it at the end in one write. Until then,
   * and when it fails, the old view is served.
   */
  rebuild(): void;
}

/**
 * A projector for one projection. The view is kept under its name and version: `sales-v1`.
 *
 * Nobody calls it by itself. To follow the store, let a subscription or a scheduler call `catchUp`; being called once
 * too often does no harm.
 *
 * @param store Where the events come from.
 * @param readModels Where view and checkpoint are kept. Default a store in memory that nobody else reads.
 */
export function projector<View, E extends DomainEvent>(
  store: Pick<EventStore<E>, 'readAll'>,
  projection: Projection<View, E>,
  readModels: ReadModelStore<View> = tableReadModelStore(inMemoryDatabase().table('read models')),
): Projector<View> {
  const name = `${projection.name}-v${projection.version}`;
  const beginning = () => ({ view: projection.initial(), checkpoint: 0 });
  const saved = () => readModels.load(name) ?? beginning();

  const takeIn = (
    from: { view: View; checkpoint: number },
    afterEach?: (view: View, checkpoint: number) => void,
  ) => {
    let { view, checkpoint } = from;
    let count = 0;
    for (const recorded of store.readAll({ afterPosition: checkpoint })) {
      if (recorded.position <= checkpoint) continue;
      view = project(projection, view, recorded);
      if (Object.hasOwn(projection.when, recorded.event.type)) {
        const label = recorded.event.type;
        note({
          kind: 'projected',
          place: 'view',
          name: projection.name,
          label,
          payload: view,
          cause: recorded,
        });
      }
      checkpoint = recorded.position;
      count += 1;
      afterEach?.(view, checkpoint);
    }
    return { view, checkpoint, count };
  };

  return {
    get checkpoint() {
      return saved().checkpoint;
    },
    view: () => saved().view,
    catchUp: () => takeIn(saved(), (view, checkpoint) => readModels.save(name, view, checkpoint)).count,
    rebuild() {
      const { view, checkpoint } = takeIn(beginning());
      readModels.save(name, view, checkpoint);
    },
  };
}
