import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';

type Progress = { step: 'new' | 'paying' | 'accepting' | 'over'; payment?: Payment };
type Payment = { orderId: string; paymentId: string; amount: number };

export type OrderState = Readonly<Record<string, never>>;

export function orderProcess(): ProcessManager<OrderEvent, OrderCommand, OrderState> {
  const orders = new Map<string, Progress>();

  return {
    initialState: () => ({}),
    correlate: ({ data }) => data.orderId,
    evolve: (state) => state,
    react(_state, { type, data }) {
      const { orderId } = data;
      const order: Progress = orders.get(orderId) ?? { step: 'new' };
      orders.set(orderId, order);
      if (type === 'OrderPlaced') {
        if (order.step !== 'new') return [];
        order.step = 'paying';
        return [{ type: 'RequestPayment', data: { orderId, amount: data.amount } }];
      }
      if (type === 'PaymentReceived') {
        if (order.payment) return [];
        order.payment = data;
        if (order.step === 'over') return [{ type: 'RefundPayment', data }];
        order.step = 'accepting';
        return [{ type: 'AcceptOrder', data: { orderId } }];
      }
      const endsHere = type === 'OrderRejected' ? order.step !== 'over' : order.step === 'paying';
      if (type === 'OrderAccepted') order.step = 'over';
      if (type === 'OrderAccepted' || !endsHere) return [];
      order.step = 'over';
      const refund: OrderCommand[] = order.payment ? [{ type: 'RefundPayment', data: order.payment }] : [];
      return [...refund, { type: 'CancelOrder', data: { orderId } }];
    },
  };
}
