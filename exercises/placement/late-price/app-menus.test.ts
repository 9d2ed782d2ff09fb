import { expect, it } from 'vitest';
import { eventFactory, inMemoryDatabase, transactionManager, type Database } from 'past-tense';
import { drawBoard } from 'past-tense/drawing';
import { during, fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import { appMenus } from './app-menus.ts';
import type { ProductEvent } from './events.ts';
import type { MenuRow } from './rows.ts';

it('follows the prices of the parts when they come in order', () => {
  const app = open();

  app.hears(gimbap(1, 4_000));
  expect(app.prices(), 'Nothing is known of the stew yet: what contains it cannot be offered').toEqual({
    'two-gimbap': 8_000,
    lunch: null,
    stew: null,
  });
  app.hears(stew(1, 8_000));
  app.hears(gimbap(2, 3_000));
  app.hears(gimbap(3, 4_500));

  expect(
    app.prices(),
    'Gimbap costs 4,500 won in the end and stew 8,000. Each set costs what its parts cost',
  ).toEqual({
    'two-gimbap': 9_000,
    lunch: 12_500,
    stew: 8_000,
  });
});

it('takes 0 won for a price', () => {
  const app = open();

  app.hears(stew(1, 8_000), gimbap(1, 0));

  expect(
    app.prices(),
    'This week gimbap is free. That is a price, and a known one: what contains gimbap is offered',
  ).toEqual({ 'two-gimbap': 0, lunch: 8_000, stew: 8_000 });
});

it('ends with the newest price in every order, each event delivered once or twice', () => {
  const events = [gimbap(1, 4_000), gimbap(2, 3_000), gimbap(3, 4_500)];
  const wrong = wrongOrders(onceOrTwice(events), 9_000, { show: lay });

  expect(
    wrong,
    'Version 3 says 4,500 won, so two gimbap cost 9,000, in whatever order the three events come, and however often. Here are orders that ended otherwise',
  ).toEqual([]);
});

it('ends with the newest price though all events have the same time, or clocks that disagree', () => {
  for (const times of [
    [NOON, NOON, NOON],
    [NOON + 2, NOON + 1, NOON],
  ]) {
    const events = [gimbap(1, 4_000, times[0]), gimbap(2, 3_000, times[1]), gimbap(3, 4_500, times[2])];

    expect(
      wrongOrders([events], 9_000),
      'Two changes in one second are two changes, and the clocks of two machines disagree. Only the version says which one is newer',
    ).toEqual([]);
  }
});

it('does not offer a menu again when an old price comes after the end of a product', () => {
  const events = [gimbap(1, 4_000), gimbap(2, 3_000), discontinued('gimbap', 3)];

  expect(
    wrongOrders(onceOrTwice(events), null),
    'Version 3 says that gimbap is sold no more. An older price that comes late must not put it back on sale',
  ).toEqual([]);
});

it('counts the versions of each product on their own', () => {
  const events = [gimbap(1, 4_000), gimbap(2, 4_500), stew(1, 7_000), stew(2, 8_000)];
  const wrong = permutations(events).flatMap((order) => {
    const lunch = scene(named(order), named(order), () => {
      const app = open();
      for (const event of order) app.hearsUnchecked(event);
      return app.priceOf('lunch');
    });
    return lunch === 12_500 ? [] : [`${named(order)} → ${lunch}`];
  });

  expect(
    wrong,
    'Version 2 of the gimbap says nothing about version 1 of the stew. The lunch costs 4,500 + 8,000 won in the end. Here are orders that ended otherwise',
  ).toEqual([]);
});

it('knows after a restart what it has seen before', () => {
  const events = [gimbap(1, 4_000), gimbap(2, 3_000), gimbap(3, 4_500)];

  expect(
    wrongOrders([events, [...events, events[1]!]], 9_000, { restarts: true }),
    'The application was started anew before each delivery. What it has to remember has to be in the database',
  ).toEqual([]);
});

it('believes the newest price though the one before it has not come', () => {
  const app = open();

  app.hears(gimbap(1, 4_000), gimbap(3, 4_500));

  expect(
    app.prices()['two-gimbap'],
    'Version 2 is missing. Version 3 says what is true now, so nobody has to wait for it',
  ).toBe(9_000);
  app.hears(gimbap(2, 3_000));
  expect(app.prices()['two-gimbap'], 'And when version 2 comes, it is old').toBe(9_000);
});

it('can be told again what failed half-way', () => {
  for (const failsAt of [1, 2, 3]) {
    const app = scene(`write ${failsAt} fails`, `${failsAt}번째 쓰기가 실패합니다`, () => {
      const opened = open({ failsAt });
      opened.hears(stew(1, 8_000));
      opened.mayFail(() => opened.hearsUnchecked(gimbap(1, 4_000)));
      opened.hears(gimbap(1, 4_000));
      return opened;
    });

    expect(
      app.prices(),
      'The database failed while the menus were written, and the event was delivered once more. If it has been noted as seen and the menus have not followed, nobody tells them again',
    ).toEqual({ 'two-gimbap': 8_000, lunch: 12_000, stew: 8_000 });
  }
});

it('leaves menus alone that do not contain the product', () => {
  const app = open();
  app.hears(stew(1, 8_000));

  app.hears(gimbap(1, 4_000), discontinued('gimbap', 2));

  expect(app.prices(), 'Gimbap came and went. The stew is not concerned').toEqual({
    'two-gimbap': null,
    lunch: null,
    stew: 8_000,
  });
  expect(
    app.rows().map(({ id, lines }) => [id, lines]),
    'The lines of a menu stay as they are',
  ).toEqual(MENUS.map(({ id, lines }) => [id, lines]));
});

const NOON = Date.UTC(2026, 2, 3, 3, 0);

const MENUS: readonly MenuRow[] = [
  { id: 'two-gimbap', lines: [{ productId: 'gimbap', quantity: 2 }], price: null },
  {
    id: 'lunch',
    lines: [
      { productId: 'gimbap', quantity: 1 },
      { productId: 'stew', quantity: 1 },
    ],
    price: null,
  },
  { id: 'stew', lines: [{ productId: 'stew', quantity: 1 }], price: null },
];

const gimbap = (version: number, price: number, at = NOON + version): ProductEvent =>
  priced('gimbap', version, price, at);
const stew = (version: number, price: number, at = NOON + version): ProductEvent =>
  priced('stew', version, price, at);

function priced(productId: string, version: number, price: number, at: number): ProductEvent {
  return factory(productId, version, at)('ProductPriceChanged', { productId, price, version });
}

function discontinued(productId: string, version: number): ProductEvent {
  return factory(productId, version, NOON + version)('ProductDiscontinued', { productId, version });
}

/** An event has the same id however often it is delivered. */
const factory = (productId: string, version: number, at: number) =>
  eventFactory(fixedClock(at), sequentialIds(`${productId}-${version}-`));

type Played = {
  order: readonly ProductEvent[];
  price: number | null | undefined;
  isRight: boolean;
};

const none = { en: 'none', ko: '없음' };

const tiles = drawBoard({
  caption: { en: 'Every order of three prices: how each ends', ko: '세 가격의 모든 순서, 그 결과' },
  corner: { en: 'Came twice', ko: '두 번 온 것' },
  columns: {
    1: { en: 'v1 came last', ko: '마지막이 v1' },
    2: { en: 'v2 came last', ko: '마지막이 v2' },
    3: { en: 'v3 came last', ko: '마지막이 v3' },
  },
  rows: {
    none,
    v1: 'v1',
    v2: 'v2',
    'v1 v2': 'v1 v2',
    v3: 'v3',
    'v1 v3': 'v1 v3',
    'v2 v3': 'v2 v3',
    all: 'v1 v2 v3',
  },
});

/** Lays the orders of one delivery: for each event that came last a tile, which shows its first wrong order. */
function lay(delivered: readonly ProductEvent[], played: readonly Played[]): void {
  const versions = (events: readonly ProductEvent[]) => events.map(({ data }) => data.version);
  const twice = versions(delivered).filter((version, index, all) => all.indexOf(version) < index);
  const row =
    twice.length === 0 ? 'none' : twice.length === 3 ? 'all' : twice.map((each) => `v${each}`).join(' ');
  for (const [last, orders] of Map.groupBy(played, ({ order }) => order.at(-1)!.data.version)) {
    const wrong = orders.find(({ isRight }) => !isRight);
    tiles.mark(row as 'none', `${last as 1 | 2 | 3}`, {
      text: wrong
        ? `${versions(wrong.order)
            .map((each) => `v${each}`)
            .join(' ')} → ${wrong.price}`
        : { en: `${orders.length} of ${orders.length}`, ko: `${orders.length}가지 모두` },
      mark: wrong ? 'wrong' : 'right',
    });
  }
}

/** The orders of these deliveries after which two gimbap do not have this price. At most three are named. */
function wrongOrders(
  deliveries: readonly (readonly ProductEvent[])[],
  expected: number | null,
  { restarts = false, show }: { restarts?: boolean; show?: typeof lay } = {},
): string[] {
  const wrong: string[] = [];
  for (const delivered of deliveries) {
    const orders = permutations(delivered);
    const played: Played[] = [];
    scene(
      `${named(delivered)}: ${orders.length} orders`,
      `${named(delivered)}: 순서 ${orders.length}가지`,
      () => {
        for (const order of orders) {
          if (wrong.length === 3) break;
          const price = scene(named(order), named(order), () => {
            const app = open({ rows: MENUS.slice(0, 1) });
            for (const event of order) {
              if (restarts) app.restart();
              app.hearsUnchecked(event);
            }
            return app.priceOf('two-gimbap');
          });
          played.push({ order, price, isRight: price === expected });
          if (price !== expected) wrong.push(`${named(order)} → ${price} instead of ${expected}`);
        }
      },
    );
    show?.(delivered, played);
    if (wrong.length === 3) break;
  }
  return wrong;
}

const named = (order: readonly ProductEvent[]): string =>
  order.map(({ data }) => `${data.productId} v${data.version}`).join(', ');

/** `gimbap v2: 3000` */
const told = ({ type, data }: ProductEvent): string =>
  `${data.productId} v${data.version}: ${type === 'ProductPriceChanged' ? data.price : type}`;

function onceOrTwice<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>(
    (lists, item) =>
      lists.flatMap((list) => [
        [...list, item],
        [...list, item, item],
      ]),
    [[]],
  );
}

/** Every order, and each that looks the same once. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return [...new Set(items)].flatMap((first) => {
    const at = items.indexOf(first);
    return permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [first, ...rest]);
  });
}

/** An app with three sets that knows no price. `failsAt`: this write into `menus` fails, counted from when `mayFail` begins. */
function open({
  failsAt = Infinity,
  rows: all = MENUS,
}: { failsAt?: number; rows?: readonly MenuRow[] } = {}) {
  const database = inMemoryDatabase();
  for (const row of all) database.table<MenuRow>('menus').put(row);
  const transactions = transactionManager(database);
  const fault = { isOn: false, writes: 0, failsAt };
  const start = () => appMenus(failing(database, fault), transactions);
  let app = start();
  const rows = () => database.committed<MenuRow>('menus');
  const prices = () => Object.fromEntries(rows().map(({ id, price }) => [id, price]));
  const deliver = (event: ProductEvent): void =>
    during(
      { kind: 'listener', place: 'listener', name: 'appMenus', label: told(event), payload: event },
      () => app.on(event),
    );

  return {
    restart(): void {
      note({ kind: 'crash', place: 'process', label: { en: 'started anew', ko: '다시 시작' } });
      app = start();
    },
    hearsUnchecked: deliver,
    hears(...events: ProductEvent[]): void {
      for (const event of events) {
        expect(
          attempt(() => deliver(event)),
          'An event is a fact: it can be old, but it cannot be refused',
        ).toBe('done');
      }
    },
    mayFail(act: () => void): void {
      fault.isOn = true;
      attempt(act);
      fault.isOn = false;
    },
    rows,
    prices,
    priceOf(menuId: string): number | null | undefined {
      const price = prices()[menuId];
      note({ kind: 'read', place: 'table', name: 'menus', label: `${menuId}: ${price}` });
      return price;
    },
  };
}

type Fault = { isOn: boolean; writes: number; failsAt: number };

function failing(database: Database, fault: Fault): Database {
  return {
    ...database,
    table(name) {
      const table = database.table<never>(name);
      const put = (row: never): void => {
        if (fault.isOn && (fault.writes += 1) === fault.failsAt) throw new Error('The connection was lost.');
        table.put(row);
      };
      return { ...table, put };
    },
  };
}

function attempt(act: () => void): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
