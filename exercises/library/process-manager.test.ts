import { describe, expect, it } from 'vitest';
import {
  inMemoryDatabase,
  processHandler,
  transactionManager,
  type Command,
  type DomainEvent,
  type ProcessManager,
  type ProcessRow,
} from './index.ts';

type OrderId = { orderId: string };
type CheckoutEvent = DomainEvent<
  'OrderPlaced' | 'PaymentReceived' | 'PaymentDeclined' | 'PaymentTimedOut' | 'AcceptanceFailed',
  OrderId
>;
type CheckoutCommand = Command<'RequestPayment' | 'AcceptOrder' | 'RefundPayment' | 'CancelOrder', OrderId>;
type Checkout = { status: 'new' | 'awaiting payment' | 'accepting' | 'cancelled' };

const checkout: ProcessManager<CheckoutEvent, CheckoutCommand, Checkout> = {
  initialState: () => ({ status: 'new' }),
  correlate: ({ data }) => data.orderId,
  react({ status }, { type, data }) {
    const ask = (...types: CheckoutCommand['type'][]): CheckoutCommand[] =>
      types.map((each) => ({ type: each, data }));
    switch (type) {
      case 'OrderPlaced':
        return ask('RequestPayment');
      case 'PaymentReceived':
        return status === 'cancelled' ? ask('RefundPayment') : ask('AcceptOrder');
      case 'PaymentDeclined':
      case 'PaymentTimedOut':
        return status === 'awaiting payment' ? ask('CancelOrder') : [];
      case 'AcceptanceFailed':
        return ask('RefundPayment', 'CancelOrder');
    }
  },
  evolve({ status }, { type }) {
    switch (type) {
      case 'OrderPlaced':
        return { status: 'awaiting payment' };
      case 'PaymentReceived':
        return { status: status === 'cancelled' ? 'cancelled' : 'accepting' };
      case 'PaymentDeclined':
      case 'PaymentTimedOut':
        return { status: status === 'awaiting payment' ? 'cancelled' : status };
      case 'AcceptanceFailed':
        return { status: 'cancelled' };
    }
  },
};

/** The same type for the same order is the same fact. */
const happened = (type: CheckoutEvent['type'], orderId = 'order-1'): CheckoutEvent => ({
  type,
  data: { orderId },
  eventId: `${type}-${orderId}`,
  occurredAt: 0,
});

function kitchen() {
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const sent: string[] = [];
  const log = ({ type, data }: CheckoutCommand): void => void sent.push(`${type} ${data.orderId}`);
  return {
    sent,
    log,
    /** As after a restart: of the handlers before, only the committed rows are known. */
    handler: (send = log) =>
      processHandler({
        process: checkout,
        table: database.table<ProcessRow<Checkout>>('checkouts'),
        transactions,
        send,
      }),
    rows: () => database.committed<ProcessRow<Checkout>>('checkouts'),
  };
}

const flows: { events: CheckoutEvent['type'][]; asks: CheckoutCommand['type'][] }[] = [
  { events: ['OrderPlaced'], asks: ['RequestPayment'] },
  { events: ['OrderPlaced', 'PaymentReceived'], asks: ['RequestPayment', 'AcceptOrder'] },
  { events: ['OrderPlaced', 'PaymentDeclined'], asks: ['RequestPayment', 'CancelOrder'] },
  { events: ['OrderPlaced', 'PaymentTimedOut'], asks: ['RequestPayment', 'CancelOrder'] },
  {
    events: ['OrderPlaced', 'PaymentReceived', 'PaymentTimedOut'],
    asks: ['RequestPayment', 'AcceptOrder'],
  },
  {
    events: ['OrderPlaced', 'PaymentReceived', 'AcceptanceFailed'],
    asks: ['RequestPayment', 'AcceptOrder', 'RefundPayment', 'CancelOrder'],
  },
  {
    events: ['OrderPlaced', 'PaymentTimedOut', 'PaymentReceived'],
    asks: ['RequestPayment', 'CancelOrder', 'RefundPayment'],
  },
];

const named = flows.map((flow) => ({ ...flow, seen: flow.events.join(', ') }));

describe.each(named)('a process that sees $seen', ({ events, asks }) => {
  const expected = asks.map((type) => `${type} order-1`);

  it(`asks for ${asks.join(', ')}`, () => {
    const { sent, handler } = kitchen();
    const handle = handler();

    for (const type of events) handle(happened(type));

    expect(sent).toEqual(expected);
  });

  it('asks for the same when every event is delivered twice, after a restart each time', () => {
    const { sent, handler } = kitchen();

    for (const type of [...events.flatMap((each) => [each, each]), ...events]) handler()(happened(type));

    expect(sent).toEqual(expected);
  });
});

it('keeps one process apart from another', () => {
  const { sent, handler, rows } = kitchen();
  const handle = handler();

  handle(happened('OrderPlaced', 'order-1'));
  handle(happened('OrderPlaced', 'order-2'));
  handle(happened('PaymentTimedOut', 'order-2'));
  handle(happened('PaymentReceived', 'order-1'));

  expect(sent.slice(2)).toEqual(['CancelOrder order-2', 'AcceptOrder order-1']);
  expect(rows().map(({ id, state }) => `${id} ${state.status}`)).toEqual([
    'order-1 accepting',
    'order-2 cancelled',
  ]);
});

it('takes two facts for two, even if they say the same', () => {
  const { sent, handler } = kitchen();
  const handle = handler();

  handle(happened('OrderPlaced'));
  handle({ ...happened('OrderPlaced'), eventId: 'placed-again' });

  expect(sent).toEqual(['RequestPayment order-1', 'RequestPayment order-1']);
});

it('is as before the event when a command cannot be sent, and asks when the event comes again', () => {
  const { sent, log, handler, rows } = kitchen();
  handler()(happened('OrderPlaced'));
  handler()(happened('PaymentReceived'));
  const before = rows();
  const failing = handler((command) => {
    if (command.type === 'CancelOrder') throw new Error('down');
    log(command);
  });

  expect(() => failing(happened('AcceptanceFailed'))).toThrow('down');
  expect(rows()).toEqual(before);

  handler()(happened('AcceptanceFailed'));
  expect(sent.slice(2)).toEqual(['RefundPayment order-1', 'RefundPayment order-1', 'CancelOrder order-1']);
});

it('knows its new state when a command leads to the next event at once', () => {
  const { sent, log, handler, rows } = kitchen();
  const handle = handler((command) => {
    log(command);
    if (command.type === 'RequestPayment') handle(happened('PaymentReceived'));
  });

  handle(happened('OrderPlaced'));

  expect(sent).toEqual(['RequestPayment order-1', 'AcceptOrder order-1']);
  expect(rows()).toEqual([
    {
      id: 'order-1',
      state: { status: 'accepting' },
      seenEventIds: ['OrderPlaced-order-1', 'PaymentReceived-order-1'],
    },
  ]);
});
