import type { DomainEvent, OrderEvent } from './events.ts';

export type Line = Readonly<{ lineId: string; menuId: string; portions: number; won: number }>;

export type Order = Readonly<{
  /** Undefined as long as nothing is known of it. */
  orderId: string | undefined;
  table: number | undefined;
  lines: readonly Line[];
}>;

/** The order before anything happened. */
export function initialOrder(): Order {
  return { orderId: undefined, table: undefined, lines: [] };
}

type Writable = { orderId: string | undefined; table: number | undefined; lines: Line[] };

/** The order after the event. */
export function evolve(order: Order, event: OrderEvent): Order {
  const draft = order as Writable;
  if (event.type === 'OrderPlaced') Object.assign(draft, event.data);
  if (event.type === 'LineAdded') draft.lines = [...draft.lines, event.data];
  if (event.type === 'LineRemoved') {
    draft.lines = draft.lines.filter((line) => line.lineId !== event.data.lineId);
  }
  if (event.type === 'PortionsChanged') {
    draft.lines = draft.lines.map((line) =>
      line.lineId === event.data.lineId ? { ...line, ...event.data } : line,
    );
  }
  return draft;
}

/** The state after all of these events, one after the other. */
export function fold<State, E extends DomainEvent>(
  step: (state: State, event: E) => State,
  state: State,
  events: readonly E[],
): State {
  return events.reduce((before, event) => step(before, event), state);
}
