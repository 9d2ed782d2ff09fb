import type { OrderEvent } from './events.ts';

export { fold } from 'past-tense';

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
      return { ...order, orderId: event.data.orderId, table: event.data.table };
    case 'LineAdded':
      return { ...order, lines: [...order.lines, event.data] };
    case 'PortionsChanged': {
      const { lineId, portions } = event.data;
      return {
        ...order,
        lines: order.lines.map((line) => (line.lineId === lineId ? { ...line, portions } : line)),
      };
    }
    case 'LineRemoved':
      return { ...order, lines: order.lines.filter((line) => line.lineId !== event.data.lineId) };
    default:
      return order;
  }
}
