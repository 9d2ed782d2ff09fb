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

/** The order after the event. */
export function evolve(order: Order, event: OrderEvent): Order {
  const lines = order.lines as Line[];
  switch (event.type) {
    case 'OrderPlaced':
      return { ...order, orderId: event.data.orderId, table: event.data.table };
    case 'LineAdded':
      lines.push(event.data);
      return order;
    case 'PortionsChanged': {
      const place = lines.findIndex((line) => line.lineId === event.data.lineId);
      if (place >= 0) lines[place] = { ...lines[place]!, portions: event.data.portions };
      return order;
    }
    case 'LineRemoved': {
      const place = lines.findIndex((line) => line.lineId === event.data.lineId);
      if (place >= 0) lines.splice(place, 1);
      return order;
    }
    default:
      return order;
  }
}

/** The state after all of these events, one after the other. */
export function fold<State, E extends DomainEvent>(
  step: (state: State, event: E) => State,
  state: State,
  events: readonly E[],
): State {
  return events.reduce((before, event) => step(before, event), state);
}
