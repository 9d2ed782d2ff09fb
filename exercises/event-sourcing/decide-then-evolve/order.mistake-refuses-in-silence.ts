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
        if (order.status !== 'not placed') return [];
        if (lines.length === 0) return [];
        if (!lines.every(({ displayed }) => displayed)) return [];
        const ordered = lines.map(({ menuId, portions }) => ({ menuId, portions }));
        return [fact(command, 'OrderPlaced', { orderId, kind, lines: ordered })];
      }
      case 'AcceptOrder':
        if (!isOneOf(order, 'waiting')) return [];
        return [fact(command, 'OrderAccepted', { orderId })];
      case 'ServeOrder':
        if (!isOneOf(order, 'accepted')) return [];
        return [fact(command, 'OrderServed', { orderId })];
      case 'StartDelivery':
        if (!isOneOf(order, 'served')) return [];
        if (order.kind !== 'delivery') return [];
        return [fact(command, 'DeliveryStarted', { orderId, rider: command.data.rider })];
      case 'FinishDelivery':
        if (!isOneOf(order, 'delivering')) return [];
        return [fact(command, 'OrderDelivered', { orderId })];
      case 'CompleteOrder':
        if (!isOneOf(order, order.kind === 'delivery' ? 'delivered' : 'served')) return [];
        return [fact(command, 'OrderCompleted', { orderId })];
      case 'CancelOrder':
        if (!isOneOf(order, 'waiting', 'accepted')) return [];
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

function isOneOf({ status }: Order, ...allowed: readonly Status[]): boolean {
  return allowed.includes(status);
}
