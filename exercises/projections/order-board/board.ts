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

/** The view. Its shape is yours, as long as it is plain data. */
export type Board = Readonly<{ tickets: readonly Ticket[] }>;

export const orderBoard: Projection<Board, OrderEvent> = {
  name: 'order-board',
  version: 1,
  initial: () => ({ tickets: [] }),
  when: {},
};

/** What hangs on the board: the order that was placed first comes first. */
export function ticketsOn(board: Board): readonly Ticket[] {
  return board.tickets;
}
