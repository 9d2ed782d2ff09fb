import type { Decider } from 'past-tense';
import { fact, type OrderCommand, type OrderEvent, type OrderKind } from './messages.ts';

/** The events that have happened to the order, as far as a rule asks for them: the last one and its kind. */
export type Order = { readonly last?: OrderEvent['type']; readonly kind?: OrderKind };

type Step = Exclude<OrderCommand, { type: 'PlaceOrder' }>;

/** What a command leads to, and behind which event it may come. */
const steps: { [Type in Step['type']]: { leadsTo: OrderEvent['type']; after(kind?: OrderKind): string[] } } =
  {
    AcceptOrder: { leadsTo: 'OrderAccepted', after: () => ['OrderPlaced'] },
    ServeOrder: { leadsTo: 'OrderServed', after: () => ['OrderAccepted'] },
    StartDelivery: {
      leadsTo: 'DeliveryStarted',
      after: (kind) => (kind === 'delivery' ? ['OrderServed'] : []),
    },
    FinishDelivery: { leadsTo: 'OrderDelivered', after: () => ['DeliveryStarted'] },
    CompleteOrder: {
      leadsTo: 'OrderCompleted',
      after: (kind) => [kind === 'delivery' ? 'OrderDelivered' : 'OrderServed'],
    },
    CancelOrder: { leadsTo: 'OrderCancelled', after: () => ['OrderPlaced', 'OrderAccepted'] },
  };

export class Refused extends Error {}

export const orderDecider: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({}),
  decide: (command, order) => (command.type === 'PlaceOrder' ? place(command, order) : step(command, order)),
  evolve: (order, event) => {
    if (event.type === 'OrderPlaced') return { last: event.type, kind: event.data.kind };
    return Object.values(steps).some(({ leadsTo }) => leadsTo === event.type)
      ? { ...order, last: event.type }
      : order;
  },
};

function place(command: Extract<OrderCommand, { type: 'PlaceOrder' }>, order: Order): OrderEvent[] {
  const { orderId, kind, lines } = command.data;
  const hidden = lines.filter((line) => !line.displayed).map((line) => line.menuId);
  if (order.last) throw new Refused(`${orderId} is there already.`);
  if (hidden.length > 0 || lines.length === 0)
    throw new Refused(`Nothing to cook, or hidden: ${hidden.join()}`);
  return [
    fact(command, 'OrderPlaced', {
      orderId,
      kind,
      lines: lines.map(({ menuId, portions }) => ({ menuId, portions })),
    }),
  ];
}

function step(command: Step, order: Order): OrderEvent[] {
  const { leadsTo, after } = steps[command.type];
  if (order.last === leadsTo) return [];
  if (!order.last || !after(order.kind).includes(order.last)) {
    throw new Refused(`${command.type} after ${order.last ?? 'nothing'}`);
  }
  const { at: _at, commandId: _id, ...data } = command.data;
  // The data of each of these events is that of its command, without time and id.
  return [fact(command, leadsTo, data) as OrderEvent];
}
