import type { Decider } from 'past-tense';
import { fact, type OrderCommand, type OrderEvent, type OrderKind } from './messages.ts';

/** What decide has to know of an order. It is yours; the tests do not look into it. */
export type Order = Readonly<{ status: Status; kind: OrderKind | undefined }>;

type Status =
  'not placed' | 'waiting' | 'accepted' | 'served' | 'delivering' | 'delivered' | 'completed' | 'cancelled';

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({ status: 'not placed', kind: undefined }),

  decide: (command, order) => {
    const { orderId } = command.data;
    switch (command.type) {
      case 'PlaceOrder': {
        const { kind, lines } = command.data;
        if (order.status !== 'not placed') throw new Error(`${orderId} has been placed before.`);
        if (lines.length === 0) throw new Error('An order needs a line.');
        if (!lines.every(({ displayed }) => displayed)) throw new Error('A hidden menu cannot be ordered.');
        const ordered = lines.map(({ menuId, portions }) => ({ menuId, portions }));
        return [fact(command, 'OrderPlaced', { orderId, kind, lines: ordered })];
      }
      case 'AcceptOrder':
        if (order.status === 'accepted') return [];
        demand(order, 'waiting');
        return [fact(command, 'OrderAccepted', { orderId })];
      case 'ServeOrder':
        if (order.status === 'served') return [];
        demand(order, 'accepted');
        return [fact(command, 'OrderServed', { orderId })];
      case 'StartDelivery':
        if (order.status === 'delivering') return [];
        demand(order, 'served');
        if (order.kind !== 'delivery') throw new Error(`${orderId} is not to be delivered.`);
        return [fact(command, 'DeliveryStarted', { orderId, rider: command.data.rider })];
      case 'FinishDelivery':
        if (order.status === 'delivered') return [];
        demand(order, 'delivering');
        return [fact(command, 'OrderDelivered', { orderId })];
      case 'CompleteOrder':
        if (order.status === 'completed') return [];
        demand(order, 'served', 'delivered');
        return [fact(command, 'OrderCompleted', { orderId })];
      case 'CancelOrder':
        if (order.status === 'cancelled') return [];
        demand(order, 'waiting', 'accepted');
        return [fact(command, 'OrderCancelled', { orderId, reason: command.data.reason })];
    }
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
