import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';
import { orders } from './orders.ts';

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
          if (payment !== null) return [];
          return step === 'paying'
            ? [{ type: 'AcceptOrder', data: { orderId } }]
            : [{ type: 'RefundPayment', data }];
        case 'PaymentDeclined':
        case 'PaymentTimedOut':
          if (step === 'paying') orders.set(orderId, 'cancelled');
          return [];
        case 'OrderRejected':
          if (step === 'over') return [];
          orders.set(orderId, 'cancelled');
          return payment === null ? [] : [{ type: 'RefundPayment', data: payment }];
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
