/** The kitchen refuses an order that is paid: the process asks for the money back, and for the end of the order. */
import {
  inMemoryDatabase,
  processHandler,
  transactionManager,
  type Command,
  type DomainEvent,
  type ProcessRow,
} from 'past-tense';
import { during, note, sequentialIds } from 'past-tense/testing';

type About = { orderId: string };
type Ask = 'RequestPayment' | 'AcceptOrder' | 'RefundPayment' | 'CancelOrder';
type Fact = 'OrderPlaced' | 'PaymentReceived' | 'OrderRejected' | 'PaymentRefunded' | 'OrderCancelled';

/** What the process asks for after each event, and what comes of it on this evening. */
const asks: Partial<Record<Fact, readonly Ask[]>> = {
  OrderPlaced: ['RequestPayment'],
  PaymentReceived: ['AcceptOrder'],
  OrderRejected: ['RefundPayment', 'CancelOrder'],
};
const answers: Record<Ask, Fact> = {
  RequestPayment: 'PaymentReceived',
  AcceptOrder: 'OrderRejected',
  RefundPayment: 'PaymentRefunded',
  CancelOrder: 'OrderCancelled',
};

const order = { en: 'Order', ko: '주문' };
const payment = { en: 'Payment', ko: '결제' };
const kitchen = { en: 'Kitchen', ko: '주방' };
const tellers: Record<Fact, typeof order> = {
  OrderPlaced: order,
  PaymentReceived: payment,
  OrderRejected: kitchen,
  PaymentRefunded: payment,
  OrderCancelled: order,
};

export function timeline(): () => void {
  const ids = sequentialIds();
  const database = inMemoryDatabase();
  const told: DomainEvent<Fact, About>[] = [];
  const tell = (type: Fact): void => {
    const event = { type, data: { orderId: 'order-7' }, eventId: ids.next(), occurredAt: 0 };
    told.push(event);
    note({
      kind: 'published',
      place: 'external',
      name: tellers[type],
      label: type,
      payload: event.data,
      as: event,
    });
  };
  const hears = processHandler<DomainEvent<Fact, About>, Command<Ask, About>, object>({
    process: {
      initialState: () => ({}),
      correlate: ({ data }) => data.orderId,
      react: (_, { type, data }) => (asks[type] ?? []).map((ask) => ({ type: ask, data })),
      evolve: (state) => state,
    },
    table: database.table<ProcessRow<object>>('order_processes'),
    transactions: transactionManager(database),
    send: ({ type }) => tell(answers[type]),
  });
  return () => {
    tell('OrderPlaced');
    for (const event of told) {
      if (!asks[event.type]) continue;
      during({ kind: 'listener', place: 'process', name: 'order-7', label: event.type, cause: event }, () =>
        hears(event),
      );
    }
  };
}
