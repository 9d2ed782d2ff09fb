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

/** The tickets that hang, the one that was placed first at the front. */
export type Board = readonly Ticket[];

export const orderBoard: Projection<Board, OrderEvent> = {
  name: 'order-board',
  version: 1,
  initial: () => [],
  when: {
    OrderPlaced(board, { event, streamName }) {
      const { table } = event.data;
      const placedAt = event.occurredAt;
      const place = board.findIndex((ticket) => ticket.placedAt > placedAt);
      const ticket: Ticket = { order: streamName, table, placedAt, status: 'waiting', lines: [] };
      return place < 0 ? [...board, ticket] : board.toSpliced(place, 0, ticket);
    },
    LineAdded: (board, { event, streamName }) =>
      withLines(board, streamName, (lines) => lines.concat(event.data)),
    PortionsChanged: (board, { event, streamName }) =>
      withLines(board, streamName, (lines) =>
        lines.map((line) => (line.lineId === event.data.lineId ? { ...line, ...event.data } : line)),
      ),
    LineRemoved: (board, { event, streamName }) =>
      withLines(board, streamName, (lines) => lines.filter(({ lineId }) => lineId !== event.data.lineId)),
    OrderAccepted: (board, { streamName }) => withStatus(board, streamName, 'accepted'),
    OrderServed: (board, { streamName }) => withStatus(board, streamName, 'served'),
    OrderCompleted: takeDown,
    OrderCancelled: takeDown,
  },
};

/** What hangs on the board: the order that was placed first comes first. */
export function ticketsOn(board: Board): readonly Ticket[] {
  return board;
}

function takeDown(board: Board, { streamName }: { streamName: string }): Board {
  return board.filter(({ order }) => order !== streamName);
}

function withStatus(board: Board, order: string, status: Ticket['status']): Board {
  return board.map((ticket) => (ticket.order === order ? { ...ticket, status } : ticket));
}

function withLines(
  board: Board,
  order: string,
  change: (lines: readonly TicketLine[]) => readonly TicketLine[],
): Board {
  return board.map((ticket) =>
    ticket.order === order ? { ...ticket, lines: change(ticket.lines) } : ticket,
  );
}
