import { expect, it } from 'vitest';
import { fold } from 'past-tense';
import { attachTape, drawBoard, showCase } from 'past-tense/drawing';
import { during, note, scene } from 'past-tense/testing';
import { orderDecider, type Order } from './order.ts';
import type { OrderCommand, OrderEvent, OrderKind } from './messages.ts';

const { initialState, decide, evolve } = orderDecider;

// In Seoul, where Haru Kitchen is: 3 March 2026, 18:40.
const AT = Date.UTC(2026, 2, 3, 9, 40);
const orderId = 'order-7';

const commands = {
  place: (
    kind: OrderKind,
    ...lines: readonly (readonly [menuId: string, displayed?: false])[]
  ): OrderCommand => ({
    type: 'PlaceOrder',
    data: {
      ...about('place'),
      kind,
      lines: lines.map(([menuId, displayed = true]) => ({ menuId, portions: 2, displayed })),
    },
  }),
  accept: (): OrderCommand => ({ type: 'AcceptOrder', data: about('accept') }),
  serve: (): OrderCommand => ({ type: 'ServeOrder', data: about('serve') }),
  start: (): OrderCommand => ({ type: 'StartDelivery', data: { ...about('start'), rider: 'Sora' } }),
  finish: (): OrderCommand => ({ type: 'FinishDelivery', data: about('finish') }),
  complete: (): OrderCommand => ({ type: 'CompleteOrder', data: about('complete') }),
  cancel: (): OrderCommand => ({ type: 'CancelOrder', data: { ...about('cancel'), reason: 'guest left' } }),
};
const { place, accept, serve, start, finish, complete, cancel } = commands;

const placed = (kind: OrderKind, ...menuIds: readonly string[]): OrderEvent =>
  happened('OrderPlaced', 'place', {
    kind,
    lines: (menuIds.length ? menuIds : ['bibimbap']).map((menuId) => ({ menuId, portions: 2 })),
  });
const accepted = happened('OrderAccepted', 'accept');
const served = happened('OrderServed', 'serve');
const started = happened('DeliveryStarted', 'start', { rider: 'Sora' });
const delivered = happened('OrderDelivered', 'finish');
const completed = happened('OrderCompleted', 'complete');
const cancelled = happened('OrderCancelled', 'cancel', { reason: 'guest left' });

/** The events of each kind of order, up to its end. */
const LIVES: Readonly<Record<OrderKind, readonly OrderEvent[]>> = {
  'eat-in': [placed('eat-in'), accepted, served, completed],
  takeout: [placed('takeout'), accepted, served, completed],
  delivery: [placed('delivery'), accepted, served, started, delivered, completed],
};

const praised = happened('OrderPraised' as 'OrderServed', 'praise');

attachTape({
  stream: orderId,
  events: () => [placed('delivery'), accepted, served, praised, started, delivered, completed],
  offers: [cancelled, accepted, completed, placed('eat-in', 'noodles'), praised],
  initialState,
  evolve,
  compares: (order) =>
    Object.fromEntries(
      [accept(), serve(), start(), finish(), complete(), cancel()].map((command) => {
        const { events, outcome } = attempt(command, order);
        return [command.type, outcome === 'decided' ? events.map(({ type }) => type) : outcome];
      }),
    ),
});

it('places an order, once, of menus that are displayed', () => {
  given()
    .when(place('eat-in', ['bibimbap'], ['gimbap']))
    .then(placed('eat-in', 'bibimbap', 'gimbap'));
  given()
    .when(place('delivery', ['bibimbap']))
    .then(placed('delivery'));
  given().when(place('eat-in')).isRefused('An order without a line is none');
  given()
    .when(place('eat-in', ['bibimbap', false]))
    .isRefused('A hidden menu cannot be ordered');
  given()
    .when(place('eat-in', ['bibimbap'], ['gimbap', false], ['noodles']))
    .isRefused('One of three menus is hidden. An order is placed as a whole, or not at all');
  given(placed('eat-in'))
    .when(place('eat-in', ['gimbap']))
    .isRefused('The order has been placed before');
  given(placed('eat-in'), cancelled)
    .when(place('eat-in', ['gimbap']))
    .isRefused('A cancelled order has been placed as well. The next one gets an id of its own');
});

it('accepts an order that is waiting, and no other', () => {
  given(placed('eat-in')).when(accept()).then(accepted);
  given().when(accept()).isRefused('There is no order to accept');
  given(placed('eat-in'), accepted, served).when(accept()).isRefused('It has been served already');
  given(placed('eat-in'), cancelled).when(accept()).isRefused('It was cancelled. Nobody should cook it');
});

it('serves an order that was accepted, and no other', () => {
  given(placed('takeout'), accepted).when(serve()).then(served);
  given(placed('takeout')).when(serve()).isRefused('Nobody has accepted it yet');
  given(placed('takeout'), accepted, cancelled).when(serve()).isRefused('It was cancelled');
});

it('delivers what was served, if it is to be delivered', () => {
  given(placed('delivery'), accepted, served).when(start()).then(started);
  given(placed('delivery'), accepted, served, started).when(finish()).then(delivered);
  given(placed('delivery'), accepted).when(start()).isRefused('It is not cooked yet');
  given(placed('delivery'), accepted, served).when(finish()).isRefused('No rider has left with it');
  given(placed('eat-in'), accepted, served).when(start()).isRefused('The guests sit at a table');
  given(placed('takeout'), accepted, served).when(start()).isRefused('The guest fetches it');
});

it('completes an order when the guest has it: a delivery is delivered first', () => {
  given(placed('eat-in'), accepted, served).when(complete()).then(completed);
  given(placed('takeout'), accepted, served).when(complete()).then(completed);
  given(placed('delivery'), accepted, served, started, delivered).when(complete()).then(completed);
  given(placed('delivery'), accepted, served)
    .when(complete())
    .isRefused('A delivery that was only served stands on the counter');
  given(placed('delivery'), accepted, served, started)
    .when(complete())
    .isRefused('The rider is still on the way');
  given(placed('eat-in'), accepted).when(complete()).isRefused('Nobody has eaten yet');
});

it('cancels an order as long as nothing was cooked', () => {
  given(placed('eat-in')).when(cancel()).then(cancelled);
  given(placed('delivery'), accepted).when(cancel()).then(cancelled);
  given().when(cancel()).isRefused('There is no order to cancel');
  given(placed('eat-in'), accepted, served).when(cancel()).isRefused('It was cooked and served');
  given(...LIVES['eat-in'])
    .when(cancel())
    .isRefused('It is completed');
});

it('answers each command at each stage of an order as the table says', () => {
  for (const kind of ['eat-in', 'takeout', 'delivery'] as const) {
    const life = LIVES[kind];
    const stages = [
      ...Array.from({ length: life.length + 1 }, (_, length) => life.slice(0, length)),
      [placed(kind), cancelled],
      [placed(kind), accepted, cancelled],
    ];
    for (const history of stages) {
      const stage = history.length > 0 ? `${kind}: ${typesOf(history)}` : kind;
      scene(stage, stage, () => {
        for (const command of [accept(), serve(), start(), finish(), complete(), cancel()]) {
          const { events, outcome } = attempt(command, orderAfter(history));
          const said = outcome === 'decided' ? typesOf(events) : outcome;
          const expected = theTable(kind, command.type, history.at(-1)?.type);
          show(kind, command.type, history.at(-1)?.type, said, said === expected);

          expect(said, `The table for ${kind}: ${command.type} after ${typesOf(history)}`).toBe(expected);
        }
      });
    }
  }
});

const decisions = drawBoard({
  caption: { en: 'What your decide says at each stage', ko: '단계마다 내 decide가 하는 답' },
  corner: { en: 'Last event', ko: '마지막 이벤트' },
  columns: {
    AcceptOrder: 'AcceptOrder',
    ServeOrder: 'ServeOrder',
    StartDelivery: 'StartDelivery',
    FinishDelivery: 'FinishDelivery',
    CompleteOrder: 'CompleteOrder',
    CancelOrder: 'CancelOrder',
  },
  rows: {
    none: { en: 'none yet', ko: '아직 없음' },
    OrderPlaced: 'OrderPlaced',
    OrderAccepted: 'OrderAccepted',
    OrderServed: 'OrderServed',
    DeliveryStarted: 'DeliveryStarted',
    OrderDelivered: 'OrderDelivered',
    OrderCompleted: 'OrderCompleted',
    OrderCancelled: 'OrderCancelled',
  },
});

/** What was said in a cell of the board, by kind of order. The answers of all kinds share it. */
const said = new Map<string, Map<OrderKind, { answer: string; isRight: boolean }>>();

function show(
  kind: OrderKind,
  command: OrderCommand['type'],
  last: OrderEvent['type'] | undefined,
  answer: string,
  isRight: boolean,
): void {
  if (command === 'PlaceOrder') return;
  const row = last ?? 'none';
  const cell = said.get(`${row} ${command}`) ?? new Map();
  // A cancelled order has two pasts: a wrong answer stays.
  cell.set(kind, cell.get(kind)?.isRight === false ? cell.get(kind) : { answer, isRight });
  said.set(`${row} ${command}`, cell);
  // Kinds that share an answer are named apart if it is wrong for one of them.
  const answers = Map.groupBy(cell, ([, { answer: each, isRight: holds }]) => `${each} ${holds}`);
  const inWords = (words: Readonly<Record<string, string>>) =>
    [...answers.values()]
      .map((kinds) => {
        const each = kinds[0]![1].answer;
        const text = words[each] ?? each;
        return answers.size === 1 ? text : `${kinds.map(([which]) => which).join(', ')}: ${text}`;
      })
      .join('; ');
  decisions.mark(row, command, {
    text: {
      en: inWords({ nothing: 'nothing happens' }),
      ko: inWords({ nothing: '아무 일도 없음', refused: '거절', 'returned no list': '목록이 아님' }),
    },
    mark: [...cell.values()].every((each) => each.isRight) ? 'right' : 'wrong',
  });
}

/** What comes of this command when `last` was the last event: the type of the event, nothing, or refused. */
function theTable(kind: OrderKind, command: OrderCommand['type'], last?: OrderEvent['type']): string {
  const end = kind === 'delivery' ? 'OrderDelivered' : 'OrderServed';
  const rows: Partial<
    Record<OrderCommand['type'], readonly [event: OrderEvent['type'], ...after: OrderEvent['type'][]]>
  > = {
    AcceptOrder: ['OrderAccepted', 'OrderPlaced'],
    ServeOrder: ['OrderServed', 'OrderAccepted'],
    StartDelivery: kind === 'delivery' ? ['DeliveryStarted', 'OrderServed'] : ['DeliveryStarted'],
    FinishDelivery: ['OrderDelivered', 'DeliveryStarted'],
    CompleteOrder: ['OrderCompleted', end],
    CancelOrder: ['OrderCancelled', 'OrderPlaced', 'OrderAccepted'],
  };
  const [event, ...after] = rows[command]!;
  if (last === event) return 'nothing';
  return last && after.includes(last) ? event : 'refused';
}

it('lets nothing happen when what is asked for is so already', () => {
  given(placed('eat-in'), accepted).when(accept()).thenNothing();
  given(placed('eat-in'), accepted, served).when(serve()).thenNothing();
  given(placed('delivery'), accepted, served, started).when(start()).thenNothing();
  given(placed('delivery'), accepted, served, started, delivered).when(finish()).thenNothing();
  given(...LIVES.takeout)
    .when(complete())
    .thenNothing();
  given(placed('eat-in'), cancelled).when(cancel()).thenNothing();
});

it('leads every kind of order from the first command to the last, each on what the one before decided', () => {
  const ways: readonly (readonly [OrderKind, readonly OrderCommand[]])[] = [
    ['eat-in', [place('eat-in', ['bibimbap']), accept(), serve(), complete()]],
    ['takeout', [place('takeout', ['bibimbap']), accept(), serve(), complete()]],
    ['delivery', [place('delivery', ['bibimbap']), accept(), serve(), start(), finish(), complete()]],
  ];
  for (const [kind, way] of ways) {
    const told: OrderEvent[] = [];
    scene(kind, kind, () => {
      let order = initialState();
      for (const command of way) {
        const { events, outcome } = attempt(command, order);
        expect(outcome, `${kind}: ${command.type} is allowed here, after ${typesOf(told)}`).toBe('decided');
        told.push(...events);
        order = fold(evolve, order, events);
      }
    });
    expect(
      told,
      `${kind}: the whole life of the order, from events that your own code has decided on`,
    ).toEqual(LIVES[kind]);
  }
});

it('decides the same for the same command and state', () => {
  const order = orderAfter([placed('delivery'), accepted]);

  expect(
    attempt(serve(), order).events,
    'The event is what the command led to: its time is the time of the command, its id comes from the id of the command. Use fact()',
  ).toEqual([served]);
  expect(
    attempt(serve(), order).events,
    'The same command on the same order, decided once more: the same events. A clock, a counter or a changed order makes them differ',
  ).toEqual(attempt(serve(), order).events);
});

it('leaves the order as it is while it decides', () => {
  const order = orderAfter([placed('eat-in')]);
  const before = JSON.stringify(order);

  attempt(accept(), order);

  expect(
    JSON.stringify(order),
    'decide says what happens, and evolve makes it so. An order that decide has changed claims something that is not in the stream yet',
  ).toBe(before);
  given(placed('eat-in')).when(cancel()).then(cancelled);
  expect(
    attempt(cancel(), order).events,
    'An acceptance was decided and never appended, because somebody else came first. The order can still be cancelled',
  ).toEqual([cancelled]);
});

it('folds orders that today’s rules would not allow', () => {
  const old: readonly (readonly [string, readonly OrderEvent[]])[] = [
    [
      'A delivery that was completed without being delivered',
      [placed('delivery'), accepted, served, completed],
    ],
    ['An order that was completed without being accepted', [placed('eat-in'), completed]],
    ['An order that was accepted twice', [placed('eat-in'), accepted, accepted, served, completed]],
  ];
  for (const [what, history] of old) {
    expect(
      foldOutcome(history),
      `${what} is in the stream. Rules are for decide; evolve takes in what has happened`,
    ).toBe('folded');
    given(...history)
      .when(complete())
      .thenNothing();
  }
  given(placed('eat-in'), praised, accepted, praised).when(serve()).then(served);
});

function given(...history: readonly OrderEvent[]) {
  return {
    when: (command: OrderCommand) => {
      const say = (then: readonly OrderEvent[]): string => {
        note({ kind: 'read', place: 'stream', name: orderId, label: typesOf(history), payload: history });
        const yours = () => attempt(command, orderAfter(history)).events;
        showCase({ given: [...history], when: command, then: [...then], yours });
        expect(
          foldOutcome(history),
          `The history ${typesOf(history)} has happened. evolve has to take it in without an error`,
        ).toBe('folded');
        return `${command.type} after ${typesOf(history)}`;
      };
      return {
        then: (...expected: readonly OrderEvent[]) => {
          const what = say(expected);
          const { events, outcome } = attempt(command, orderAfter(history));
          expect(outcome, `${what} is allowed. decide returns a list of events`).toBe('decided');
          expect(events, `${what}: these events happen`).toEqual(expected);
        },
        thenNothing: () => {
          const what = say([]);
          const { events, outcome } = attempt(command, orderAfter(history));
          expect(
            outcome,
            `${what} asks for what is so already, perhaps by a second click. That is no error, and decide returns an empty list`,
          ).toBe('decided');
          expect(events, `${what} asks for what is so already. Nothing happens a second time`).toEqual([]);
        },
        isRefused: (because: string) => {
          const what = say([]);
          expect(
            attempt(command, orderAfter(history)).outcome,
            `${what}. ${because}: decide throws an Error`,
          ).toBe('refused');
        },
      };
    },
  };
}

/** The learner's decide, which tells the timeline what it decides. */
function decideAloud(command: OrderCommand, order: Order): unknown {
  return during({ kind: 'command', place: 'caller', label: command.type, payload: command }, () => {
    const decided: unknown = decide(command, order);
    for (const event of Array.isArray(decided) ? (decided as OrderEvent[]) : []) {
      note({ kind: 'published', place: 'aggregate', name: orderId, label: event?.type, payload: event });
    }
    return decided;
  });
}

function attempt(command: OrderCommand, order: Order) {
  try {
    const events: unknown = decideAloud(command, order);
    return Array.isArray(events)
      ? { outcome: 'decided', events: events as readonly OrderEvent[] }
      : { outcome: 'returned no list', events: [] };
  } catch {
    return { outcome: 'refused', events: [] };
  }
}

function orderAfter(history: readonly OrderEvent[]): Order {
  return fold(evolve, initialState(), history);
}

function foldOutcome(history: readonly OrderEvent[]): string {
  try {
    orderAfter(history);
    return 'folded';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function about(commandId: string) {
  return { orderId, at: AT, commandId };
}

function happened(type: OrderEvent['type'], commandId: string, data: object = {}): OrderEvent {
  return { type, data: { orderId, ...data }, eventId: `${commandId}/${type}`, occurredAt: AT } as OrderEvent;
}

function typesOf(history: readonly OrderEvent[]): string {
  return history.length > 0 ? history.map(({ type }) => type).join(', ') : 'nothing';
}
