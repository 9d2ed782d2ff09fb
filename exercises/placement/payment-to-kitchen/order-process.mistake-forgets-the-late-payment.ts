import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';

type Payment = Readonly<{ orderId: string; paymentId: string; amount: number }>;

/** How far the order has come, and what was paid for it. */
export type OrderState = Readonly<{
  step: 'new' | 'paying' | 'accepting' | 'over';
  payment: Payment | null;
}>;

export function orderProcess(): ProcessManager<OrderEvent, OrderCommand, OrderState> {
  return {
    initialState: () => ({ step: 'new', payment: null }),

    correlate: ({ data }) => data.orderId,

    react({ step, payment }, { type, data }) {
      const { orderId } = data;
      switch (type) {
        case 'OrderPlaced':
          return step === 'new' ? [{ type: 'RequestPayment', data: { orderId, amount: data.amount } }] : [];
        case 'PaymentReceived':
          return step === 'paying' ? [{ type: 'AcceptOrder', data: { orderId } }] : [];
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
          return { step: state.step === 'paying' ? 'accepting' : state.step, payment: data };
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
