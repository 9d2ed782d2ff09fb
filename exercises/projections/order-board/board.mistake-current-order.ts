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

/** The tickets, and which of them is being typed in. */
export type Board = Readonly<{ tickets: readonly Ticket[]; current: string }>;

export const orderBoard: Projection<Board, OrderEvent> = {
  name: 'order-board',
  version: 1,
  initial: () => ({ tickets: [], current: '' }),
  when: {
    OrderPlaced: ({ tickets }, { event, streamName }) => ({
      tickets: [
        ...tickets,
        {
          order: streamName,
          table: event.data.table,
          placedAt: event.occurredAt,
          status: 'waiting',
          lines: [],
        },
      ],
      current: streamName,
    }),
    LineAdded: (board, { event }) => withLines(board, (lines) => [...lines, event.data]),
    PortionsChanged: (board, { event }) =>
      withLines(board, (lines) =>
        lines.map((line) => (line.lineId === event.data.lineId ? { ...line, ...event.data } : line)),
      ),
    LineRemoved: (board, { event }) =>
      withLines(board, (lines) => lines.filter(({ lineId }) => lineId !== event.data.lineId)),
    OrderAccepted: (board, { streamName }) => withStatus(board, streamName, 'accepted'),
    OrderServed: (board, { streamName }) => withStatus(board, streamName, 'served'),
    OrderCompleted: takeDown,
    OrderCancelled: takeDown,
  },
};

/** What hangs on the board: the order that was placed first comes first. */
export function ticketsOn({ tickets }: Board): readonly Ticket[] {
  return tickets.toSorted((one, other) => one.placedAt - other.placedAt);
}

function takeDown({ tickets, current }: Board, { streamName }: { streamName: string }): Board {
  return { tickets: tickets.filter(({ order }) => order !== streamName), current };
}

function withStatus({ tickets, current }: Board, order: string, status: Ticket['status']): Board {
  return {
    tickets: tickets.map((ticket) => (ticket.order === order ? { ...ticket, status } : ticket)),
    current,
  };
}

function withLines(
  { tickets, current }: Board,
  change: (lines: readonly TicketLine[]) => readonly TicketLine[],
): Board {
  return {
    tickets: tickets.map((ticket) =>
      ticket.order === current ? { ...ticket, lines: change(ticket.lines) } : ticket,
    ),
    current,
  };
}
