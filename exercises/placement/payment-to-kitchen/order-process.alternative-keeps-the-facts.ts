import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';

/** Everything that happened to the order. What was asked for follows from it. */
export type OrderState = Readonly<{ facts: readonly OrderEvent[] }>;

export function orderProcess(): ProcessManager<OrderEvent, OrderCommand, OrderState> {
  return {
    initialState: () => ({ facts: [] }),
    correlate: (event) => event.data.orderId,
    react: ({ facts }, event) => askedAfter([...facts, event]).slice(askedAfter(facts).length),
    evolve: ({ facts }, event) => ({ facts: [...facts, event] }),
  };
}

/** All commands of a story, in the order in which they were asked for. */
function askedAfter(facts: readonly OrderEvent[]): OrderCommand[] {
  const asked: OrderCommand[] = [];
  const ask = (command: OrderCommand): void => {
    if (!asked.some(({ type }) => type === command.type)) asked.push(command);
  };
  const isAsked = (type: OrderCommand['type']): boolean => asked.some((command) => command.type === type);
  let payment: Extract<OrderCommand, { type: 'RefundPayment' }>['data'] | undefined;
  let isAccepted = false;

  for (const { type, data } of facts) {
    const { orderId } = data;
    if (type === 'OrderPlaced') ask({ type: 'RequestPayment', data: { orderId, amount: data.amount } });
    if (type === 'OrderAccepted') isAccepted = true;
    if (type === 'PaymentReceived') payment = data;

    const isUnpaidAndOver = (type === 'PaymentDeclined' || type === 'PaymentTimedOut') && !payment;
    const isCancelled =
      isUnpaidAndOver || (type === 'OrderRejected' && !isAccepted) || isAsked('CancelOrder');
    if (isCancelled) {
      if (payment) ask({ type: 'RefundPayment', data: payment });
      ask({ type: 'CancelOrder', data: { orderId } });
    } else if (payment) {
      ask({ type: 'AcceptOrder', data: { orderId } });
    }
  }
  return asked;
}
