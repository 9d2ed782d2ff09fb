import type { Decider } from 'past-tense';
import type { OrderCommand, OrderEvent, OrderKind } from './messages.ts';

/** What decide has to know of an order. It is yours; the tests do not look into it. */
export type Order = Readonly<{ status: Status; kind: OrderKind | undefined }>;

type Status =
  'not placed' | 'waiting' | 'accepted' | 'served' | 'delivering' | 'delivered' | 'completed' | 'cancelled';

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({ status: 'not placed', kind: undefined }),

  // Returns the order as it is afterwards.
  decide: (command, order) => {
    const next: Record<OrderCommand['type'], Status> = {
      PlaceOrder: 'waiting',
      AcceptOrder: 'accepted',
      ServeOrder: 'served',
      StartDelivery: 'delivering',
      FinishDelivery: 'delivered',
      CompleteOrder: 'completed',
      CancelOrder: 'cancelled',
    };
    if (command.type === 'AcceptOrder') demand(order, 'waiting');
    if (command.type === 'ServeOrder') demand(order, 'accepted');
    return { ...order, status: next[command.type] } as unknown as readonly OrderEvent[];
  },

  evolve: (order, event) => {
    switch (event.type) {
      case 'OrderPlaced':
        return { status: 'waiting', kind: event.data.kind };
      case 'OrderAccepted':
        return { ...order, status: 'accepted' };
      case 'OrderServed':
        return { ...order, status: 'served' };
      case 'DeliveryStarted':
        return { ...order, status: 'delivering' };
      case 'OrderDelivered':
        return { ...order, status: 'delivered' };
      case 'OrderCompleted':
        return { ...order, status: 'completed' };
      case 'OrderCancelled':
        return { ...order, status: 'cancelled' };
      default:
        return order;
    }
  },
};

function demand({ status }: Order, ...allowed: readonly Status[]): void {
  if (!allowed.includes(status)) throw new Error(`The order is ${status}, not ${allowed.join(' or ')}.`);
}
