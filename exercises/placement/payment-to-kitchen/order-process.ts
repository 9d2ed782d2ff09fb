import type { ProcessManager } from 'past-tense';
import type { OrderCommand, OrderEvent } from './messages.ts';

/** What the process of one order has to remember. Plain data: it is a row between two events. */
export type OrderState = Readonly<{ step: 'new' | 'paying' }>;

/** From the order over the payment to the kitchen. */
export function orderProcess(): ProcessManager<OrderEvent, OrderCommand, OrderState> {
  return {
    initialState: () => ({ step: 'new' }),

    correlate: ({ data }) => data.orderId,

    /** What is asked for after this event. `state` is that of before the event. */
    react(_state, _event) {
      return [];
    },

    /** The state after the event. */
    evolve(state, _event) {
      return state;
    },
  };
}
