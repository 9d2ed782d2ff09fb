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

/** The tickets by the stream of their order. */
export type Board = Record<string, Ticket>;

export const orderBoard: Projection<Board, OrderEvent> = {
  name: 'order-board',
  version: 1,
  initial: () => ({}),
  when: {
    OrderPlaced: (board, { event, streamName }) => ({
      ...board,
      [streamName]: {
        order: streamName,
        table: event.data.table,
        placedAt: event.occurredAt,
        status: 'waiting',
        lines: [],
      },
    }),
    LineAdded: (board, { event, streamName }) =>
      changed(board, streamName, ({ lines }) => ({ lines: [...lines, lineOf(event.data)] })),
    PortionsChanged: (board, { event, streamName }) =>
      changed(board, streamName, ({ lines }) => ({
        lines: lines.map((line) =>
          line.lineId === event.data.lineId ? { ...line, portions: event.data.portions } : line,
        ),
      })),
    LineRemoved: (board, { event, streamName }) =>
      changed(board, streamName, ({ lines }) => ({
        lines: lines.filter(({ lineId }) => lineId !== event.data.lineId),
      })),
    OrderAccepted: (board, { streamName }) => changed(board, streamName, () => ({ status: 'accepted' })),
    OrderServed: (board, { streamName }) => changed(board, streamName, () => ({ status: 'served' })),
    OrderCompleted: (board, { streamName }) => without(board, streamName),
    OrderCancelled: (board, { streamName }) => without(board, streamName),
  },
};

/** What hangs on the board: the order that was placed first comes first. */
export function ticketsOn(board: Board): readonly Ticket[] {
  return Object.values(board).toSorted((one, other) => one.placedAt - other.placedAt);
}

function changed(board: Board, order: string, change: (ticket: Ticket) => Partial<Ticket>): Board {
  const ticket = board[order];
  if (ticket) board[order] = { ...ticket, ...change(ticket) };
  return board;
}

function without(board: Board, order: string): Board {
  delete board[order];
  return board;
}

const lineOf = ({ lineId, menuId, portions }: TicketLine): TicketLine => ({ lineId, menuId, portions });
