import type { RecordedEvent } from './event-store.ts';
import type { DomainEvent, OfType } from './messages.ts';

/**
 * How a view is made from events: pure functions, so that the same events give the same view at any time. Whoever sends a
 * mail here sends it again at the next rebuild; a view is made of facts and makes nothing happen.
 *
 * It gets all events of the store in their order. One that has no function here leaves the view as it is.
 *
 * Elsewhere: `SingleStreamProjection` and `MultiStreamProjection` in Marten, projections in KurrentDB and Emmett; in
 * Axon, `@EventHandler` methods of a query component.
 */
export interface Projection<View, E extends DomainEvent = DomainEvent> {
  /** Names the view where it is kept. */
  name: string;
  /** Goes up when the functions change. A new version begins from the first event, beside the view of the old one. */
  version: number;
  /** The view before anything happened. Plain data. */
  initial: () => View;
  /** The view after an event of this type. A view that goes by the day asks for `event.occurredAt`, not `recordedAt`. */
  when: { [K in E['type']]?: (view: View, recorded: RecordedEvent<OfType<E, K>>) => View };
}

/** The view after this event; the same one if the projection does not care for its type. */
export function project<View, E extends DomainEvent>(
  projection: Projection<View, E>,
  view: View,
  recorded: RecordedEvent<E>,
): View {
  const { type } = recorded.event;
  if (!Object.hasOwn(projection.when, type)) return view;
  // The function under a type takes events of this type, which the types cannot see.
  const when = projection.when[type as E['type']] as When<View, E> | undefined;
  return when ? when(view, recorded) : view;
}

type When<View, E extends DomainEvent> = (view: View, recorded: RecordedEvent<E>) => View;
