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

type Handlers = { readonly [E in OrderEvent as E['type']]: (order: Order, data: E['data']) => Order };

/** What each event did. */
const handlers: Handlers = {
  OrderPlaced: ({ lines }, { orderId, table }) => ({ orderId, table, lines }),
  LineAdded: (order, { lineId, menuId, portions, won }) =>
    withLines(order, order.lines.concat({ lineId, menuId, portions, won })),
  PortionsChanged: (order, { lineId, portions }) =>
    withLines(
      order,
      order.lines.map((line) => ({ ...line, ...(line.lineId === lineId && { portions }) })),
    ),
  LineRemoved: (order, { lineId }) => {
    const place = order.lines.findIndex((line) => line.lineId === lineId);
    return place < 0 ? order : withLines(order, order.lines.toSpliced(place, 1));
  },
};

function withLines({ orderId, table }: Order, lines: readonly Line[]): Order {
  return { orderId, table, lines };
}

/** The order after the event. */
export function evolve(order: Order, event: OrderEvent): Order {
  const handle = new Map<string, unknown>(Object.entries(handlers)).get(event.type);
  if (handle === undefined) return order;
  // The entry under a type takes the data of that type.
  return (handle as (order: Order, data: object) => Order)(order, event.data);
}

/** The state after all of these events, one after the other. */
export function fold<State, E extends DomainEvent>(
  step: (state: State, event: E) => State,
  state: State,
  events: readonly E[],
): State {
  let current = state;
  for (const event of events) current = step(current, event);
  return current;
}
