import { expect, it } from 'vitest';
import { eventFactory, inMemoryEventStore, project, projector, type RecordedEvent } from 'past-tense';
import { attachTape, showCase } from 'past-tense/drawing';
import { fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import { orderBoard, ticketsOn, type Board, type Ticket } from './board.ts';
import type { OrderEvent } from './events.ts';

// On a Friday evening in Seoul.
const AT_1900 = Date.UTC(2026, 7, 21, 10, 0);
const AT_1905 = Date.UTC(2026, 7, 21, 10, 5);
const AT_1910 = Date.UTC(2026, 7, 21, 10, 10);

/** An event and the stream in which it stands. */
type Entry = readonly [streamName: string, event: OrderEvent];

const ids = sequentialIds();
const at = (occurredAt: number) => eventFactory(fixedClock(occurredAt), ids);
const event = at(AT_1910);

const placed = (streamName: string, table: number, occurredAt: number): Entry => [
  streamName,
  at(occurredAt)('OrderPlaced', { table }),
];
const added = (streamName: string, lineId: string, menuId: string, portions = 1): Entry => [
  streamName,
  event('LineAdded', { lineId, menuId, portions }),
];
const accepted = (streamName: string): Entry => [streamName, event('OrderAccepted', { by: 'Hana' })];
const served = (streamName: string): Entry => [streamName, event('OrderServed', { by: 'Hana' })];
const completed = (streamName: string): Entry => [streamName, event('OrderCompleted', { won: 21_000 })];
const cancelled = (streamName: string): Entry => [
  streamName,
  event('OrderCancelled', { reason: 'the guests had to leave' }),
];

const order7 = placed('order-7', 4, AT_1900);
const order8 = placed('order-8', 2, AT_1905);

const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  order: 'order-7',
  table: 4,
  placedAt: AT_1900,
  status: 'waiting',
  lines: [],
  ...more,
});
const line = (lineId: string, menuId: string, portions = 1) => ({ lineId, menuId, portions });

const sung: Entry = ['order-7', event('GuestSang', { lineId: 'a' }) as unknown as OrderEvent];

// Three orders; the third was typed in on a tablet without a network.
attachTape({
  stream: { en: 'the store of all orders', ko: '모든 주문의 저장소' },
  counts: 'positions',
  events: () =>
    [
      order7,
      order8,
      added('order-7', 'a', 'bibimbap'),
      added('order-8', 'a', 'gimbap', 2),
      sung,
      accepted('order-7'),
      placed('order-9', 6, AT_1900 - 60_000),
      cancelled('order-8'),
      served('order-7'),
      completed('order-7'),
    ].map(onTape),
  offers: [
    added('order-7', 'b', 'tea'),
    ['order-7', event('LineRemoved', { lineId: 'a' })] as const,
    accepted('order-9'),
    cancelled('order-7'),
    sung,
  ].map(onTape),
  initialState: orderBoard.initial,
  evolve: (board, { entry }, before) =>
    project(orderBoard, board, recorded([...before.map((each) => each.entry), entry]).at(-1)!),
  compares: (board) => ticketsOn(board).map((each) => ({ ...each, placedAt: inSeoul(each.placedAt) })),
});

it('hangs up a ticket when an order is placed', () => {
  expect(
    shown([order7], [ticket()]),
    'Table 4 ordered at 19:00. The kitchen sees a waiting ticket without lines, which says when the order was placed',
  ).toEqual([ticket()]);
});

it('shows the lines as they stand: added, changed, removed', () => {
  const tape = [order7, added('order-7', 'a', 'bibimbap'), added('order-7', 'b', 'gimbap', 2)];
  const both = ticket({ lines: [line('a', 'bibimbap'), line('b', 'gimbap', 2)] });
  expect(shown(tape, [both]), 'Two dishes were ordered: two lines, in the order in which they came').toEqual([
    both,
  ]);

  const more: Entry = ['order-7', event('PortionsChanged', { lineId: 'a', portions: 3 })];
  const changed = ticket({ lines: [line('a', 'bibimbap', 3), line('b', 'gimbap', 2)] });
  expect(
    shown([...tape, more], [changed]),
    'Three bibimbap instead of one: the same line, in the same place',
  ).toEqual([changed]);

  const off: Entry = ['order-7', event('LineRemoved', { lineId: 'a' })];
  const left = ticket({ lines: [line('b', 'gimbap', 2)] });
  expect(shown([...tape, more, off], [left]), 'The bibimbap is off again, and the gimbap stays').toEqual([
    left,
  ]);
});

it('changes the lines of one order and of no other', () => {
  const lines = ['order-7', 'order-8'].map((streamName) => added(streamName, 'a', 'bibimbap'));
  const more: Entry = ['order-7', event('PortionsChanged', { lineId: 'a', portions: 3 })];
  const off: Entry = ['order-7', event('LineRemoved', { lineId: 'a' })];
  const expected = [
    ticket(),
    ticket({ order: 'order-8', table: 2, placedAt: AT_1905, lines: [line('a', 'bibimbap')] }),
  ];

  expect(
    shown([order7, order8, ...lines, more, off], expected),
    'Both orders have a line a. It was changed and removed on order 7 alone',
  ).toEqual(expected);
});

it('says how far an order is', () => {
  const isAccepted = ticket({ status: 'accepted' });
  expect(
    shown([order7, accepted('order-7')], [isAccepted]),
    'The kitchen has accepted the order: its ticket says so',
  ).toEqual([isAccepted]);

  const isServed = ticket({ status: 'served' });
  expect(
    shown([order7, accepted('order-7'), served('order-7')], [isServed]),
    'The order was served and is not completed yet: the ticket still hangs, as served',
  ).toEqual([isServed]);
});

it('takes an order off when it is completed or cancelled, and no other', () => {
  const second = ticket({ order: 'order-8', table: 2, placedAt: AT_1905 });
  const both = [order7, order8];
  expect(
    shown([...both, accepted('order-7'), served('order-7'), completed('order-7')], [second]),
    'Order 7 is completed, so its ticket comes off. That of order 8 hangs on',
  ).toEqual([second]);
  expect(
    shown([...both, cancelled('order-7')], [second]),
    'Order 7 is cancelled: nobody is to cook it. The ticket of order 8 hangs on',
  ).toEqual([second]);
});

it('is not moved by events that it does not know', () => {
  const printed: Entry = ['bill-7', event('BillPrinted', { table: 4 }) as unknown as OrderEvent];

  expect(
    shown([sung, order7, printed, sung], [ticket()]),
    'Bills and singing guests are in the same store. The board has no function for them, and stays as it is',
  ).toEqual([ticket()]);
});

it('brings nothing back, and hangs up nothing that was not placed', () => {
  const other = ticket({ order: 'order-8', table: 2, placedAt: AT_1905 });
  const late = [
    added('order-7', 'z', 'tea'),
    accepted('order-7'),
    ['order-7', event('PortionsChanged', { lineId: 'z', portions: 2 })],
    ['order-7', event('LineRemoved', { lineId: 'z' })],
    served('order-7'),
  ] as const;
  for (const each of late) {
    scene(`${each[1].type}, too late`, `너무 늦은 ${each[1].type}`, () =>
      expect(
        shown([order7, order8, cancelled('order-7'), each], [other]),
        `${each[1].type} came after the order was cancelled. An order that is off the board stays off, and order 8 has nothing to do with it`,
      ).toEqual([other]),
    );
  }
  expect(
    shown([order8, completed('order-9'), cancelled('order-9'), accepted('order-9')], [other]),
    'Nobody placed order 9 in this store. There is no ticket to hang up and none to take off, and order 8 hangs on',
  ).toEqual([other]);
});

it('puts the order that was placed first at the front, whichever came into the store first', () => {
  const offline = placed('order-9', 6, AT_1900 - 60_000);
  const expected = [
    ticket({ order: 'order-9', table: 6, placedAt: AT_1900 - 60_000 }),
    ticket(),
    ticket({ order: 'order-8', table: 2, placedAt: AT_1905 }),
  ];

  expect(
    shown([order8, order7, offline], expected),
    'Order 9 was typed in at 18:59 on a tablet without a network, and reached the store last. The guests at table 6 have waited longest',
  ).toEqual(expected);
});

it('gives the same board however three orders are interleaved', () => {
  const streams: readonly (readonly Entry[])[] = [
    [
      placed('order-7', 4, AT_1900),
      added('order-7', 'a', 'bibimbap'),
      ['order-7', event('PortionsChanged', { lineId: 'a', portions: 2 })],
    ],
    [placed('order-8', 2, AT_1905), added('order-8', 'a', 'gimbap'), accepted('order-8')],
    [placed('order-9', 6, AT_1910), cancelled('order-9')],
  ];
  const expected = [
    ticket({ lines: [line('a', 'bibimbap', 2)] }),
    ticket({
      order: 'order-8',
      table: 2,
      placedAt: AT_1905,
      status: 'accepted',
      lines: [line('a', 'gimbap')],
    }),
  ];
  const all = interleavings(streams);
  expect(all.length, 'Eight events of three orders can be interleaved in 560 ways').toBe(560);
  for (const [first, tapes] of Map.groupBy(all, (tape) => tape[0]![0])) {
    scene(`${first} comes first: ${tapes.length} ways`, `${first}부터: ${tapes.length}가지`, () => {
      for (const tape of tapes) {
        const order = tape.map(([streamName]) => streamName.at(-1)).join(' ');
        scene(order, order, () => {
          const tickets = ticketsOn(after(tape));
          if (same(tickets, expected)) return;
          shown(tape, expected);
          expect(
            tickets.toSorted((one, other) => one.placedAt - other.placedAt),
            'Each order keeps its own events in order, whatever comes in between. What a ticket says must not depend on the other orders',
          ).toEqual(expected);
          expect(
            tickets.map(({ order: name }) => name),
            'Order 7 was placed before order 8, whichever of the two came into the store first',
          ).toEqual(['order-7', 'order-8']);
        });
      }
    });
  }
});

it('leaves every earlier board as it was, and begins each time with an empty one', () => {
  const tape = [order7, added('order-7', 'a', 'bibimbap'), order8, accepted('order-7'), completed('order-7')];
  const boards = [orderBoard.initial()];
  const outcome = attempt(() => {
    for (const each of recorded(tape)) boards.push(projectAloud(deepFreeze(boards.at(-1)!), each));
  });

  expect(
    outcome,
    'The projection is given a board that is frozen. It makes a new one instead of changing that',
  ).not.toMatch(/^threw/);
  expect(
    boards.map((board) => ticketsOn(board).map(({ order, status }) => `${order} ${status}`)),
    'Six boards, from the empty one to that of the end. Whoever kept an earlier one still has it',
  ).toEqual([
    [],
    ['order-7 waiting'],
    ['order-7 waiting'],
    ['order-7 waiting', 'order-8 waiting'],
    ['order-7 accepted', 'order-8 waiting'],
    ['order-8 waiting'],
  ]);
  expect(ticketsOn(orderBoard.initial()), 'Whoever begins anew begins with an empty board').toEqual([]);
});

it('can be kept as plain data, and comes out the same when it is built again', () => {
  const store = inMemoryEventStore<OrderEvent>(fixedClock(AT_1910));
  for (const [streamName, each] of [order7, added('order-7', 'a', 'bibimbap'), order8]) {
    store.appendToStream(streamName, [each], { expectedRevision: 'any' });
  }
  const board = projector(store, orderBoard);
  const outcome = attempt(() => board.catchUp());
  expect(
    outcome,
    'A projector keeps the board in a table, so it has to be plain data: strings, numbers, booleans, null, lists and objects of them',
  ).not.toMatch(/^threw/);

  const expected = [
    ticket({ lines: [line('a', 'bibimbap')] }),
    ticket({ order: 'order-8', table: 2, placedAt: AT_1905 }),
  ];
  expect(ticketsOn(board.view()), 'The board as it was read from the table').toEqual(expected);
  board.rebuild();
  expect(ticketsOn(board.view()), 'Thrown away and built again from the same events').toEqual(expected);
});

/** What the board shows after these events, and the case as cards for a learner whose board shows something else. */
function shown(tape: readonly Entry[], expected: readonly Ticket[]): readonly Ticket[] {
  const look = () => ticketsOn(after(tape));
  showCase({
    given: tape.map(onTape),
    when: { en: 'the kitchen looks at the board', ko: '주방에서 주문 현황판을 봅니다' },
    then: cards(expected),
    yours: () => cards(look()),
  });
  return look();
}

/** An event as it is shown, with the stream in which it stands. */
function onTape(entry: Entry) {
  const [order, { type, data, occurredAt }] = entry;
  return {
    type,
    data: { order, ...data, ...(type === 'OrderPlaced' ? { happened: inSeoul(occurredAt) } : {}) },
    entry,
  };
}

const cards = (tickets: readonly Ticket[]) =>
  tickets.map(({ order, placedAt, ...data }) => ({
    type: order,
    data: { ...data, placedAt: inSeoul(placedAt) },
  }));

/** `19:05`, or what else there is instead of a time. */
function inSeoul(moment: number): string {
  return Number.isFinite(moment)
    ? new Date(moment + 9 * 60 * 60 * 1000).toISOString().slice(11, 16)
    : String(moment);
}

function after(tape: readonly Entry[]): Board {
  return recorded(tape).reduce(projectAloud, orderBoard.initial());
}

/** Tells the timeline of the event and of the board that the learner's projection makes of it. */
function projectAloud(before: Board, each: RecordedEvent<OrderEvent>): Board {
  const { event: payload, streamName: name, revision } = each;
  const label = payload.type;
  note({ kind: 'appended', place: 'stream', name, label, payload, revision, as: each });
  const board = project(orderBoard, before, each);
  note({ kind: 'projected', place: 'view', name: 'board', label, payload: board, cause: each });
  return board;
}

function recorded(tape: readonly Entry[]): RecordedEvent<OrderEvent>[] {
  const revisions = new Map<string, number>();
  return tape.map(([streamName, each], index) => {
    const revision = revisions.get(streamName) ?? 0;
    revisions.set(streamName, revision + 1);
    const position = index + 1;
    return {
      event: each,
      streamName,
      revision,
      position,
      recordedAt: AT_1910 + position,
      metadata: { schemaVersion: 1 },
    };
  });
}

/** Every way to put the streams into one order in which each keeps its own. */
function interleavings<T>(streams: readonly (readonly T[])[]): T[][] {
  const open = streams.filter((stream) => stream.length > 0);
  if (open.length === 0) return [[]];
  return open.flatMap((stream) =>
    interleavings(open.map((each) => (each === stream ? each.slice(1) : each))).map((rest) => [
      stream[0]!,
      ...rest,
    ]),
  );
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The same value with the properties of every object in alphabetical order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

function attempt(work: () => unknown): string {
  try {
    work();
    return 'returned';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
