/** Which tables are taken, made from events. */
import type { Projection } from 'past-tense';
import type { OrderEvent } from './orders.program.ts';

// #region projection
/** The table of each order that is not finished. */
export type TakenTables = Readonly<Record<string, number>>;

export const takenTables: Projection<TakenTables, OrderEvent> = {
  name: 'taken-tables',
  version: 1,
  initial: () => ({}),
  when: {
    OrderPlaced: (tables, { event, streamName }) => ({ ...tables, [streamName]: event.data.table }),
    OrderCompleted: (tables, { streamName }) => without(tables, streamName),
    OrderCancelled: (tables, { streamName }) => without(tables, streamName),
  },
};
// #endregion projection

function without(tables: TakenTables, order: string): TakenTables {
  return Object.fromEntries(Object.entries(tables).filter(([each]) => each !== order));
}
