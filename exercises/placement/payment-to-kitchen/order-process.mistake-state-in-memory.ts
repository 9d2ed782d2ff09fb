import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';

type Payment = Readonly<{ orderId: string; paymentId: string; amount: number }>;

/** How far the order has come. */
export type OrderState = Readonly<{
  step: 'new' | 'paying' | 'accepting' | 'over';
}>;

export function orderProcess(): ProcessManager<OrderEvent, OrderCommand, OrderState> {
  const payments = new Map<string, Payment>();

  return {
    initialState: () => ({ step: 'new' }),

    correlate: ({ data }) => data.orderId,

    react({ step }, { type, data }) {
      const { orderId } = data;
      const payment = payments.get(orderId) ?? null;
      switch (type) {
        case 'OrderPlaced':
          return step === 'new' ? [{ type: 'RequestPayment', data: { orderId, amount: data.amount } }] : [];
        case 'PaymentReceived':
          if (payment !== null) return [];
          return step === 'paying'
            ? [{ type: 'AcceptOrder', data: { orderId } }]
            : [{ type: 'RefundPayment', data }];
        case 'PaymentDeclined':
        case 'PaymentTimedOut':
          return step === 'paying' ? [{ type: 'CancelOrder', data: { orderId } }] : [];
        case 'OrderRejected':
          if (step === 'over') return [];
          return payment === null
            ? [{ type: 'CancelOrder', data: { orderId } }]
            : [
                { type: 'RefundPayment', data: payment },
                { type: 'CancelOrder', data: { orderId } },
              ];
        case 'OrderAccepted':
          return [];
      }
    },

    evolve(state, { type, data }) {
      switch (type) {
        case 'OrderPlaced':
          return state.step === 'new' ? { ...state, step: 'paying' } : state;
        case 'PaymentReceived':
          payments.set(data.orderId, data);
          return { step: state.step === 'paying' ? 'accepting' : state.step };
        case 'PaymentDeclined':
        case 'PaymentTimedOut':
          return state.step === 'paying' ? { ...state, step: 'over' } : state;
        case 'OrderRejected':
        case 'OrderAccepted':
          return { ...state, step: 'over' };
      }
    },
  };
}
