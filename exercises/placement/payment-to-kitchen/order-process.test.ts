import { expect, it } from 'vitest';
import {
  eventFactory,
  inMemoryDatabase,
  processHandler,
  transactionManager,
  type Database,
  type ProcessManager,
  type ProcessRow,
} from 'past-tense';
import { drawBoard } from 'past-tense/drawing';
import { during, fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import type { OrderCommand, OrderEvent } from './messages.ts';
import { orderProcess } from './order-process.ts';

it('asks for the payment when an order was placed', () => {
  expect(
    after(placed()),
    'An order was placed over 12,000 won: the next thing that is due is its payment, over the same amount',
  ).toEqual(['RequestPayment 12000']);
});

it('asks the kitchen when the payment was received', () => {
  expect(after(placed(), paid()), 'The order is paid. Now the kitchen is asked to accept it').toEqual([
    'RequestPayment 12000',
    'AcceptOrder',
  ]);
  expect(
    after(placed(), paid(), accepted()),
    'The kitchen has accepted: nothing is left to be asked',
  ).toEqual(['RequestPayment 12000', 'AcceptOrder']);
});

it('cancels the order when the payment was declined, and refunds nothing', () => {
  expect(
    after(placed(), declined()),
    'Nothing was paid, so there is nothing to refund. The order was placed, so it is cancelled',
  ).toEqual(['RequestPayment 12000', 'CancelOrder']);
});

it('refunds, then cancels, when the kitchen rejects a paid order', () => {
  const events = [placed(), paid('pay-7', 11_500), rejected()];
  expect(
    after(...events).toSorted(),
    'What was done is undone: the payment by a refund of what was paid, the order by its cancellation',
  ).toEqual(['CancelOrder', 'AcceptOrder', 'RefundPayment pay-7 11500', 'RequestPayment 12000'].toSorted());
  expect(
    after(...events).slice(2),
    'What was done last is undone first: the payment, then the order',
  ).toEqual(['RefundPayment pay-7 11500', 'CancelOrder']);
});

it('cancels an order that the kitchen rejects before it is paid, and refunds nothing', () => {
  expect(
    after(placed(), rejected()),
    'The kitchen was quicker than the payment. Nothing was paid yet',
  ).toEqual(['RequestPayment 12000', 'CancelOrder']);
});

it('cancels the order when the time for its payment is up', () => {
  expect(after(placed(), timedOut()), 'Nobody paid in time. The order must not wait for ever').toEqual([
    'RequestPayment 12000',
    'CancelOrder',
  ]);
});

it('lets the time be up when the order is paid', () => {
  for (const events of [
    [placed(), paid(), timedOut()],
    [placed(), paid(), accepted(), timedOut()],
  ]) {
    expect(
      after(...events),
      'The guest has paid in time. A clock that was set before changes nothing',
    ).toEqual(['RequestPayment 12000', 'AcceptOrder']);
  }
});

it('refunds a payment that comes after the end', () => {
  for (const end of [timedOut, declined, rejected]) {
    const asked = after(placed(), end(), paid('pay-9', 11_500));
    expect(asked, 'The order is cancelled. Whoever pays for it now does not start the kitchen').not.toContain(
      'AcceptOrder',
    );
    expect(
      asked,
      'The order is cancelled, and then the money arrives. It has to go back, and the order is not cancelled again',
    ).toEqual(['RequestPayment 12000', 'CancelOrder', 'RefundPayment pay-9 11500']);
  }
});

it('leads each story to its end', () => {
  for (const { events, commands } of STORIES) {
    const desk = told(events);
    show(types(events), desk.sent.map(nameOf), commands);
    expect(
      desk.sent.map(nameOf),
      'A story that goes on after a turn: what is due depends on how far the order has come, and on what was paid',
    ).toEqual(commands);
    expect(
      [...new Set(desk.sent.map(({ data }) => data.orderId))],
      'Each command names the order that it is about',
    ).toEqual(['order-1']);
  }
});

it('asks for each thing once, though everything is told twice', () => {
  for (const { events, commands } of STORIES) {
    const asked = after(...events.flatMap((event) => [event, again(event)]));
    expect(
      [...new Set(asked)],
      'Each event comes twice, as two messages with ids of their own. The same things are due as if it had come once',
    ).toEqual(commands);
    expect(asked.length, 'Each command is given once: who asks for a refund twice pays it twice').toBe(
      commands.length,
    );
  }
});

it('asks for nothing twice when an old event is told once more, whenever that is', () => {
  for (const { events, commands } of STORIES) {
    for (const [first, event] of events.entries()) {
      for (let later = first + 1; later <= events.length; later += 1) {
        expect(
          after(...events.slice(0, later), again(event), ...events.slice(later)),
          'One event of the story is told once more, some time later. Nothing new has happened',
        ).toEqual(commands);
      }
    }
  }
});

it('keeps the orders apart', () => {
  const desk = told([placed('a'), placed('b'), paid('pay-a', 12_000, 'a'), timedOut('b'), rejected('a')]);

  expect(
    desk.sent.map(({ type, data }) => `${type} ${data.orderId}`),
    'Order a was paid and rejected, order b was never paid. Each has a process of its own',
  ).toEqual([
    'RequestPayment a',
    'RequestPayment b',
    'AcceptOrder a',
    'CancelOrder b',
    'RefundPayment a',
    'CancelOrder a',
  ]);
});

it('knows after a restart how far it has come', () => {
  for (const { events, commands } of STORIES) {
    const desk = told(events, { restarts: true });
    expect(
      desk.sent.map(nameOf),
      'The application was started anew before each event. What the process has to know has to be in its state',
    ).toEqual(commands);
  }
});

it('answers the same when it is asked again', () => {
  for (const { events, commands } of STORIES) {
    const asked = askedTwice(orderProcess(), events);
    for (const [first, second] of asked) {
      expect(
        second,
        'The same state and the same event: the same answer. react looks, and evolve remembers',
      ).toEqual(first);
    }
    expect(
      asked.flatMap(([first]) => first!),
      'And these are the commands of the story, whoever runs the process',
    ).toEqual(commands);
  }
});

const make = eventFactory(fixedClock(0), sequentialIds());

const placed = (orderId = 'order-1'): OrderEvent => make('OrderPlaced', { orderId, amount: 12_000 });
const paid = (paymentId = 'pay-1', amount = 12_000, orderId = 'order-1'): OrderEvent =>
  make('PaymentReceived', { orderId, paymentId, amount });
const declined = (orderId = 'order-1'): OrderEvent => make('PaymentDeclined', { orderId });
const timedOut = (orderId = 'order-1'): OrderEvent => make('PaymentTimedOut', { orderId });
const accepted = (orderId = 'order-1'): OrderEvent => make('OrderAccepted', { orderId });
const rejected = (orderId = 'order-1'): OrderEvent => make('OrderRejected', { orderId });

/** The same fact, told by another message. */
const again = (event: OrderEvent): OrderEvent =>
  Object.freeze({ ...event, eventId: `${event.eventId}${AGAIN}` });
const AGAIN = ' again';

const types = (events: readonly OrderEvent[]): string => events.map(({ type }) => type).join(', ');

type Story = { events: readonly OrderEvent[]; commands: readonly string[] };

const aStory = (events: readonly OrderEvent[], ...commands: string[]): Story => ({
  events,
  commands: ['RequestPayment 12000', ...commands],
});

const REFUND = 'RefundPayment pay-1 12000';

const STORIES: readonly Story[] = [
  aStory([placed(), paid(), accepted()], 'AcceptOrder'),
  aStory([placed(), paid(), timedOut(), accepted()], 'AcceptOrder'),
  aStory([placed(), paid(), accepted(), declined(), rejected()], 'AcceptOrder'),
  aStory([placed(), declined()], 'CancelOrder'),
  aStory([placed(), timedOut()], 'CancelOrder'),
  aStory([placed(), rejected()], 'CancelOrder'),
  aStory([placed(), timedOut(), declined(), rejected()], 'CancelOrder'),
  aStory([placed(), paid(), rejected()], 'AcceptOrder', REFUND, 'CancelOrder'),
  aStory([placed(), paid(), timedOut(), rejected()], 'AcceptOrder', REFUND, 'CancelOrder'),
  aStory([placed(), paid(), declined(), rejected()], 'AcceptOrder', REFUND, 'CancelOrder'),
  aStory([placed(), paid(), rejected(), timedOut()], 'AcceptOrder', REFUND, 'CancelOrder'),
  aStory([placed(), timedOut(), paid()], 'CancelOrder', REFUND),
  aStory([placed(), declined(), paid()], 'CancelOrder', REFUND),
  aStory([placed(), rejected(), paid()], 'CancelOrder', REFUND),
  aStory([placed(), timedOut(), paid(), rejected()], 'CancelOrder', REFUND),
];

const paths = drawBoard({
  caption: { en: 'Each story, there and back', ko: '이야기마다 가는 길과 되돌리는 길' },
  corner: { en: 'What happened', ko: '일어난 일' },
  columns: {
    there: { en: 'Your process goes on', ko: '내 프로세스가 나아간다' },
    back: { en: 'Your process undoes', ko: '내 프로세스가 되돌린다' },
  },
  rows: Object.fromEntries(STORIES.map(({ events }) => [types(events), types(events)])),
});

/** A story goes onto the board: what the learner's process asked for on the way, and what it undid. */
function show(story: string, asked: readonly string[], expected: readonly string[]): void {
  const undoes = (command: string) => /^(Refund|Cancel)/.test(command);
  for (const column of ['there', 'back'] as const) {
    const [yours, right] = [asked, expected].map((commands) =>
      commands.filter((command) => undoes(command) === (column === 'back')).join(' → '),
    );
    paths.mark(story, column, { text: yours || '–', mark: yours === right ? 'right' : 'wrong' });
  }
}

/** The commands of a story. */
function after(...events: OrderEvent[]): string[] {
  return told(events).sent.map(nameOf);
}

/** A desk that has heard these events. */
function told(events: readonly OrderEvent[], { restarts = false } = {}) {
  const story = events
    .map(({ type, eventId }) => (eventId.endsWith(AGAIN) ? `${type}${AGAIN}` : type))
    .join(', ');
  return scene(story, story.replaceAll(AGAIN, ' 다시'), () => {
    const desk = open();
    for (const event of events) {
      if (restarts) desk.restart();
      desk.hears(event);
    }
    return desk;
  });
}

function nameOf({ type, data }: OrderCommand): string {
  if (type === 'RequestPayment') return `${type} ${data.amount}`;
  if (type === 'RefundPayment') return `${type} ${data.paymentId} ${data.amount}`;
  return type;
}

/** The desk of the orders: runs what the learner wrote, with rows that outlive a restart. */
function open() {
  const database = inMemoryDatabase();
  const sent: OrderCommand[] = [];
  let hears = start(orderProcess(), database, sent);
  return {
    sent,
    hears(event: OrderEvent): void {
      expect(
        attempt(() => heard(event, () => hears(event))),
        'An event has happened: it may come late, and cannot be refused',
      ).toBe('done');
    },
    restart(): void {
      note({ kind: 'crash', place: 'process', label: { en: 'started anew', ko: '다시 시작' } });
      hears = start(orderProcess(), database, sent);
    },
  };
}

function start<State>(
  process: ProcessManager<OrderEvent, OrderCommand, State>,
  database: Database,
  sent: OrderCommand[],
): (event: OrderEvent) => void {
  return processHandler({
    process,
    table: database.table<ProcessRow<State>>('order_processes'),
    transactions: transactionManager(database),
    send: (command) => sent.push(command),
  });
}

/** For each event of a story: what the process asks for, and what it asks for when it is asked again. */
function askedTwice<State>(
  process: ProcessManager<OrderEvent, OrderCommand, State>,
  events: readonly OrderEvent[],
): string[][][] {
  let state = process.initialState();
  return scene(types(events), types(events), () =>
    events.map((event) => {
      const ask = () => heard(event, () => process.react(state, event));
      const asked = [ask(), ask()];
      state = process.evolve(state, event);
      return asked.map((commands) => commands.map(nameOf));
    }),
  );
}

/** Tells the timeline that the process of an order hears the event, and what it asks for. */
const heard = <T>(event: OrderEvent, work: () => T): T =>
  during(
    { kind: 'listener', place: 'process', name: event.data.orderId, label: event.type, payload: event },
    work,
  );

function attempt(act: () => void): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
