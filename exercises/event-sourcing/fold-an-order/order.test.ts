import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { attachTape } from 'past-tense/drawing';
import { during, fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import { evolve, fold, initialOrder, type Line, type Order } from './order.ts';
import type { OrderEvent } from './events.ts';

const event = eventFactory(fixedClock(0), sequentialIds());

const placed = event('OrderPlaced', { orderId: 'order-7', table: 4 });
const bibimbap = event('LineAdded', { lineId: 'a', menuId: 'bibimbap', portions: 1, won: 12_000 });
const gimbap = event('LineAdded', { lineId: 'b', menuId: 'gimbap', portions: 2, won: 3_500 });
const noodles = event('LineAdded', { lineId: 'c', menuId: 'noodles', portions: 1, won: 9_000 });
const threeGimbap = event('PortionsChanged', { lineId: 'b', portions: 3 });
const noBibimbap = event('LineRemoved', { lineId: 'a' });
/** A newer version of the program writes it. */
const song = event('GuestSangASong', { lineId: 'a', title: 'Arirang' }) as unknown as OrderEvent;

const HISTORY: readonly OrderEvent[] = [placed, bibimbap, gimbap, threeGimbap, noBibimbap, noodles];

const line = (lineId: string, menuId: string, portions: number, won: number): Line => ({
  lineId,
  menuId,
  portions,
  won,
});
const order = (...lines: readonly Line[]): Order => ({ orderId: 'order-7', table: 4, lines });

/** What the order is like after 0, 1, 2 … events of the history, written down by hand. New ones on each call. */
const states = (): readonly Order[] => [
  { orderId: undefined, table: undefined, lines: [] },
  order(),
  order(line('a', 'bibimbap', 1, 12_000)),
  order(line('a', 'bibimbap', 1, 12_000), line('b', 'gimbap', 2, 3_500)),
  order(line('a', 'bibimbap', 1, 12_000), line('b', 'gimbap', 3, 3_500)),
  order(line('b', 'gimbap', 3, 3_500)),
  order(line('b', 'gimbap', 3, 3_500), line('c', 'noodles', 1, 9_000)),
];

// An evening on which a guest sang, and a double click took the bibimbap off twice.
attachTape({
  stream: 'order-7',
  events: () => [placed, gimbap, bibimbap, threeGimbap, song, noBibimbap, noBibimbap, noodles],
  offers: [
    event('LineAdded', { lineId: 'd', menuId: 'tea', portions: 45, won: 2_000 }),
    event('PortionsChanged', { lineId: 'b', portions: 45 }),
    event('LineRemoved', { lineId: 'x' }),
    event('OrderPlaced', { orderId: 'order-7', table: 9 }),
    song,
  ],
  initialState: initialOrder,
  evolve,
});

it('knows the order after each kind of event', () => {
  HISTORY.forEach((each, index) => {
    expect(
      after(states()[index]!, each),
      `Event ${index + 1} of the evening is ${each.type}: the order as it was, changed by what the event says`,
    ).toEqual(states()[index + 1]);
  });
});

it('keeps the lines in the order in which they were added', () => {
  const three = order(line('a', 'bibimbap', 1, 1), line('b', 'gimbap', 1, 1), line('c', 'noodles', 1, 1));

  expect(
    lineIds(after(three, event('PortionsChanged', { lineId: 'a', portions: 4 }))),
    'Other portions of the first line: it is the same line, in the same place',
  ).toEqual(['a', 'b', 'c']);
  expect(
    lineIds(after(three, event('LineRemoved', { lineId: 'b' }))),
    'The line in the middle is gone, and the others stay as they stood',
  ).toEqual(['a', 'c']);
});

it('folds a whole evening into the order at its end', () => {
  expect(
    folded(initialOrder(), HISTORY),
    'Six events, one after the other, each applied to what the ones before it made of the order',
  ).toEqual(states().at(-1));
});

it('folds with whatever evolve it is given, from whatever state', () => {
  const won = (sum: number, each: OrderEvent): number => {
    const next = each.type === 'LineAdded' ? sum * 10 + each.data.portions : sum;
    note({ kind: 'projected', place: 'view', name: 'sum', label: each.type, payload: next });
    return next;
  };

  expect(
    fold(won, 5, [bibimbap, threeGimbap, gimbap]),
    'fold knows nothing of orders. It calls the evolve that it was given, for each event from the first to the last, and begins with the given state',
  ).toBe(512);
  expect(fold(won, 5, []), 'No events: the state is what it was').toBe(5);
});

it('comes to the same order wherever the history is cut in two', () => {
  for (let cut = 0; cut <= HISTORY.length; cut += 1) {
    scene(`cut behind event ${cut}`, `이벤트 ${cut}개 뒤에서 자릅니다`, () => {
      const halfway = folded(initialOrder(), HISTORY.slice(0, cut));

      expect(
        folded(halfway, HISTORY.slice(cut)),
        `Folded up to event ${cut}, kept, and folded on from there: the same order as in one go`,
      ).toEqual(states().at(-1));
    });
  }
});

it('leaves every earlier state as it was', () => {
  const seen: Order[] = [initialOrder()];
  for (const each of HISTORY) seen.push(after(seen.at(-1)!, each));

  expect(
    seen,
    'Whoever kept the order as it was at 18:40 still has it. Each event makes a new order and changes no earlier one',
  ).toEqual(states());
  expect(initialOrder(), 'The next order begins empty').toEqual(states()[0]);
});

it('works on states and events that cannot be changed', () => {
  const frozen = deepFreeze(structuredClone(states()[3]!));
  for (const each of [gimbap, threeGimbap, noBibimbap, placed]) {
    expect(
      attempt(() => evolveAloud(frozen, each)),
      `${each.type} on an order that is frozen: whoever changes what he was given gets an error here`,
    ).not.toMatch(/^threw/);
  }
});

it('leaves the order as it is at an event that it does not know', () => {
  expect(
    after(states()[3]!, song),
    'A newer version of the program wrote GuestSangASong. This one knows no such event, so for it the order has not changed',
  ).toEqual(states()[3]);
  expect(
    folded(initialOrder(), [song, ...HISTORY.flatMap((each) => [each, song])]),
    'The events behind an unknown one count as before',
  ).toEqual(states().at(-1));
});

it('folds a history that should not have been possible', () => {
  const impossible: readonly (readonly [string, readonly OrderEvent[], readonly string[]])[] = [
    [
      'A line was removed that is not there',
      [placed, bibimbap, event('LineRemoved', { lineId: 'x' })],
      ['a: 1'],
    ],
    [
      'The portions of a line changed that is not there',
      [placed, bibimbap, event('PortionsChanged', { lineId: 'x', portions: 2 })],
      ['a: 1'],
    ],
    ['A line was added before the order was placed', [bibimbap, placed, gimbap], ['a: 1', 'b: 2']],
    ['The order was placed twice', [placed, bibimbap, placed], ['a: 1']],
    ['A line was removed twice', [placed, bibimbap, gimbap, noBibimbap, noBibimbap], ['b: 2']],
  ];
  for (const [what, history, lines] of impossible) {
    const outcome = attempt(() => fold(evolve, initialOrder(), history));
    expect(
      outcome,
      `${what}. It stands in the stream, so it has happened. An evolve that throws makes the order unreadable for ever`,
    ).not.toMatch(/^threw/);
    expect(
      folded(initialOrder(), history).lines.map(({ lineId, portions }) => `${lineId}: ${portions}`),
      `${what}. What the events do say is still known: these lines are on the order`,
    ).toEqual(lines);
  }
});

it('folds what happened before today’s rule', () => {
  const buffet = event('LineAdded', { lineId: 'd', menuId: 'gimbap', portions: 21, won: 3_500 });
  const more = event('PortionsChanged', { lineId: 'd', portions: 45 });

  for (const [history, portions] of [
    [[placed, buffet], 21],
    [[placed, buffet, more], 45],
  ] as const) {
    const outcome = attempt(() => fold(evolve, initialOrder(), history));
    expect(
      outcome,
      `${portions} portions in February, when that was allowed. The rule of March is for new orders, and an old one has to load`,
    ).not.toMatch(/^threw/);
    expect(
      folded(initialOrder(), history).lines.map((each) => each.portions),
      `${portions} portions in February: they were cooked, eaten and paid. The order shows as many`,
    ).toEqual([portions]);
  }
});

/** The learner's evolve, which tells the timeline what it makes of each event. */
const evolveAloud: typeof evolve = (...given) => {
  const [, each] = given;
  return during(
    { kind: 'call', place: 'aggregate', name: 'evolve', label: each?.type, payload: each },
    () => {
      const next = evolve(...given);
      note({ kind: 'projected', place: 'view', name: 'order-7', label: each?.type, payload: next });
      return next;
    },
  );
};

function after(before: Order, each: OrderEvent): Order {
  const result = evolveAloud(before, each);
  expect(
    result,
    `evolve returned nothing for ${each.type}. It returns an order for every event, if need be the one that it was given`,
  ).toBeDefined();
  return result;
}

function folded(before: Order, history: readonly OrderEvent[]): Order {
  let result: Order | undefined;
  const outcome = attempt(() => {
    result = fold(evolveAloud, before, history);
  });
  expect(outcome, 'Folding a history does not throw').not.toMatch(/^threw/);
  expect(result, 'fold returned nothing, where it should have returned an order').toBeDefined();
  return result!;
}

const lineIds = ({ lines }: Order): string[] => lines.map(({ lineId }) => lineId);

function attempt(work: () => unknown): string {
  try {
    work();
    return 'returned';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part) deepFreeze(part);
  return Object.freeze(value);
}
