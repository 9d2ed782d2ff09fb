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
  switch (event.type) {
    case 'OrderPlaced':
      if (order.orderId !== undefined) throw new Error(`${order.orderId} was placed already.`);
      return { ...order, orderId: event.data.orderId, table: event.data.table };
    case 'LineAdded':
      if (order.orderId === undefined) throw new Error('There is no order to add a line to.');
      return { ...order, lines: [...order.lines, event.data] };
    case 'PortionsChanged':
      return { ...order, lines: without(order, event.data.lineId, event.data.portions) };
    case 'LineRemoved':
      return { ...order, lines: without(order, event.data.lineId) };
    default:
      return order;
  }
}

function without(order: Order, lineId: string, portions?: number): readonly Line[] {
  if (!order.lines.some((line) => line.lineId === lineId)) throw new Error(`There is no line ${lineId}.`);
  return order.lines.flatMap((line) => {
    if (line.lineId !== lineId) return [line];
    return portions === undefined ? [] : [{ ...line, portions }];
  });
}

/** The state after all of these events, one after the other. */
export function fold<State, E extends DomainEvent>(
  step: (state: State, event: E) => State,
  state: State,
  events: readonly E[],
): State {
  return events.reduce((before, event) => step(before, event), state);
}
