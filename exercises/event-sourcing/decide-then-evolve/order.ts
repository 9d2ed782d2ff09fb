import type { Decider } from 'past-tense';
import { fact, type OrderCommand, type OrderEvent } from './messages.ts';

/** What decide has to know of an order. It is yours; the tests do not look into it. */
export type Order = Readonly<{ status: 'not placed' | 'waiting' }>;

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({ status: 'not placed' }),

  decide: (command) => {
    const { orderId } = command.data;
    switch (command.type) {
      case 'PlaceOrder': {
        const { kind, lines } = command.data;
        return [
          fact(command, 'OrderPlaced', {
            orderId,
            kind,
            lines: lines.map(({ menuId, portions }) => ({ menuId, portions })),
          }),
        ];
      }
      case 'AcceptOrder':
        return [fact(command, 'OrderAccepted', { orderId })];
      default:
        return [];
    }
  },

  evolve: (order, event) => {
    switch (event.type) {
      case 'OrderPlaced':
        return { status: 'waiting' };
      default:
        return order;
    }
  },
};
