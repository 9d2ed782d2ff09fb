import type { Projection } from 'past-tense';
import type { OrderEvent } from './events.ts';

export type TicketLine = Readonly<{ lineId: string; menuId: string; portions: number }>;

/** What the kitchen sees of one order. */
export type Ticket = Readonly<{
  /** The name of its stream. */
  order: string;
  table: number;
  /** Epoch milliseconds. */
  placedAt: number;
  status: 'waiting' | 'accepted' | 'served';
  lines: readonly TicketLine[];
}>;

/** Goes up with every change, so that the screen draws the board anew. */
export type Board = Readonly<{ changes: number }>;

const tickets = new Map<string, Ticket>();

export const orderBoard: Projection<Board, OrderEvent> = {
  name: 'order-board',
  version: 1,
  initial: () => ({ changes: 0 }),
  when: {
    OrderPlaced: (board, { event, streamName }) => {
      const { table } = event.data;
      const placedAt = event.occurredAt;
      tickets.set(streamName, { order: streamName, table, placedAt, status: 'waiting', lines: [] });
      return next(board);
    },
    LineAdded: (board, { event, streamName }) =>
      change(board, streamName, ({ lines }) => ({ lines: [...lines, event.data] })),
    PortionsChanged: (board, { event, streamName }) =>
      change(board, streamName, ({ lines }) => ({
        lines: lines.map((line) => (line.lineId === event.data.lineId ? { ...line, ...event.data } : line)),
      })),
    LineRemoved: (board, { event, streamName }) =>
      change(board, streamName, ({ lines }) => ({
        lines: lines.filter(({ lineId }) => lineId !== event.data.lineId),
      })),
    OrderAccepted: (board, { streamName }) => change(board, streamName, () => ({ status: 'accepted' })),
    OrderServed: (board, { streamName }) => change(board, streamName, () => ({ status: 'served' })),
    OrderCompleted: takeDown,
    OrderCancelled: takeDown,
  },
};

/** What hangs on the board: the order that was placed first comes first. */
export function ticketsOn(_board: Board): readonly Ticket[] {
  return [...tickets.values()].toSorted((one, other) => one.placedAt - other.placedAt);
}

function change(board: Board, order: string, with_: (ticket: Ticket) => Partial<Ticket>): Board {
  const ticket = tickets.get(order);
  if (ticket) tickets.set(order, { ...ticket, ...with_(ticket) });
  return next(board);
}

function takeDown(board: Board, { streamName }: { streamName: string }): Board {
  tickets.delete(streamName);
  return next(board);
}

const next = ({ changes }: Board): Board => ({ changes: changes + 1 });
