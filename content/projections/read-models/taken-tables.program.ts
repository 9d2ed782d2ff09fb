/** Which tables are taken, made from events. */
import type { Projection } from 'past-tense';
import type { OrderEvent } from './orders.program.ts';

// #region projection
/** The order that sits at a table. */
export type TakenTables = Readonly<Record<number, string>>;

export const takenTables: Projection<TakenTables, OrderEvent> = {
  name: 'taken-tables',
  version: 1,
  initial: () => ({}),
  when: {
    OrderPlaced: (tables, { event, streamName }) => ({ ...tables, [event.data.table]: streamName }),
    OrderCompleted: (tables, { streamName }) => without(tables, streamName),
    OrderCancelled: (tables, { streamName }) => without(tables, streamName),
  },
};
// #endregion projection

function without(tables: TakenTables, order: string): TakenTables {
  return Object.fromEntries(Object.entries(tables).filter(([, each]) => each !== order));
}
