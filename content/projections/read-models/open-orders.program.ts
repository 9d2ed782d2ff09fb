/** The open orders of the figure, with how far each is. */
import type { Projection } from 'past-tense';
import type { OrderEvent } from './orders.program.ts';

type OpenOrders = Readonly<Record<string, string>>;

export const openOrders: Projection<OpenOrders, OrderEvent> = {
  name: 'open-orders',
  version: 1,
  initial: () => ({}),
  when: {
    OrderPlaced: (orders, { streamName }) => ({ ...orders, [streamName]: 'waiting' }),
    OrderAccepted: (orders, { streamName }) => ({ ...orders, [streamName]: 'accepted' }),
    OrderCompleted: (orders, { streamName }) => without(orders, streamName),
    OrderCancelled: (orders, { streamName }) => without(orders, streamName),
  },
};

function without(orders: OpenOrders, order: string): OpenOrders {
  return Object.fromEntries(Object.entries(orders).filter(([each]) => each !== order));
}
