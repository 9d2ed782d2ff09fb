import type { Command, Decider, DomainEvent } from 'past-tense';

type Sent = { commandId: string };

export type OrderCommand =
  | Command<'PlaceOrder', Sent>
  | Command<'AddLine', Sent & { menuId: string }>
  | Command<'AcceptOrder', Sent>
  | Command<'CancelOrder', Sent>;

export type OrderEvent =
  | DomainEvent<'OrderPlaced'>
  | DomainEvent<'LineAdded', { menuId: string }>
  /** `lines` is what the kitchen cooks by. */
  | DomainEvent<'OrderAccepted', { lines: number }>
  | DomainEvent<'OrderCancelled'>;

export type Order = Readonly<{ status: 'none' | 'waiting' | 'accepted' | 'cancelled'; lines: number }>;

/** Lines are added while the order is waiting; until the end it can be cancelled. */
export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({ status: 'none', lines: 0 }),

  decide(command, { status, lines }) {
    const fact = { eventId: `${command.data.commandId}/1`, occurredAt: 0 };
    switch (command.type) {
      case 'PlaceOrder':
        if (status !== 'none') return [];
        return [{ ...fact, type: 'OrderPlaced', data: {} }];
      case 'AddLine':
        if (status !== 'waiting') throw new Error(`No line can be added: the order is ${status}.`);
        return [{ ...fact, type: 'LineAdded', data: { menuId: command.data.menuId } }];
      case 'AcceptOrder':
        if (status === 'accepted') return [];
        if (status !== 'waiting') throw new Error(`It cannot be accepted: the order is ${status}.`);
        return [{ ...fact, type: 'OrderAccepted', data: { lines } }];
      case 'CancelOrder':
        if (status === 'cancelled') return [];
        if (status === 'none') throw new Error('There is no order to cancel.');
        return [{ ...fact, type: 'OrderCancelled', data: {} }];
    }
  },

  evolve(order, event) {
    switch (event.type) {
      case 'OrderPlaced':
        return { ...order, status: 'waiting' };
      case 'LineAdded':
        return { ...order, lines: order.lines + 1 };
      case 'OrderAccepted':
        return { ...order, status: 'accepted' };
      case 'OrderCancelled':
        return { ...order, status: 'cancelled' };
      default:
        return order;
    }
  },
};
