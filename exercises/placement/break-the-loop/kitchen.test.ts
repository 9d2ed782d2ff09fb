import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, inMemoryDatabase } from 'past-tense';
import { showCase } from 'past-tense/drawing';
import { during, fixedClock, scene, sequentialIds } from 'past-tense/testing';
import type { PriceEvent } from './events.ts';
import { kitchen, type PriceRow } from './kitchen.ts';

it('comes to an end when the price of a product changes', () => {
  const prices = open();

  prices.does(() => prices.changeProductPrice('lunch', 8_900));

  expect(prices.rows(), 'The lunch costs 8,900 won on the card too, and a box of ten 89,000').toEqual({
    products: { lunch: 8_900, box: 89_000, tea: 2_000 },
    menus: { lunch: 8_900, box: 89_000 },
  });
});

it('comes to an end when the price of a menu changes', () => {
  const prices = open();

  prices.does(() => prices.changeMenuPrice('box', 85_000));
  prices.does(() => prices.changeMenuPrice('lunch', 8_600));

  expect(prices.rows(), 'First the box alone became cheaper, then the lunch, and the box with it').toEqual({
    products: { lunch: 8_600, box: 86_000, tea: 2_000 },
    menus: { lunch: 8_600, box: 86_000 },
  });
});

it('lets the product follow when the card rounds its price', () => {
  const prices = open();
  showCase({
    given: [{ en: 'lunch costs 9,000 won', ko: '점심 세트는 9,000원입니다' }],
    when: {
      en: 'a clerk sets the product lunch to 8,890 won',
      ko: '직원이 상품 lunch를 8,890원으로 바꿉니다',
    },
    then: [
      { type: 'ProductPriceChanged', data: { id: 'lunch', from: 9_000, to: 8_890 } },
      { type: 'MenuPriceChanged', data: { id: 'lunch', from: 9_000, to: 8_900 } },
      { type: 'ProductPriceChanged', data: { id: 'lunch', from: 8_890, to: 8_900 } },
      { type: 'ProductPriceChanged', data: { id: 'box', from: 90_000, to: 89_000 } },
      { type: 'MenuPriceChanged', data: { id: 'box', from: 90_000, to: 89_000 } },
    ],
    yours: () => prices.heard.slice(0, 8),
  });

  prices.does(() => prices.changeProductPrice('lunch', 8_890));

  expect(
    prices.rows().products['lunch'],
    'The clerk said 8,890, the card prints 8,900, and the product follows the card: a second change of the same product, and a real one. Whoever stops the circle by not listening misses it',
  ).toBe(8_900);
  expect(
    prices.rows(),
    'And from the card it goes on: a box of ten costs 89,000 won, in the list and on its own card',
  ).toEqual({ products: { lunch: 8_900, box: 89_000, tea: 2_000 }, menus: { lunch: 8_900, box: 89_000 } });
});

it('handles each real change of one transaction', () => {
  const prices = open();

  prices.does(() =>
    prices.transactions.execute(() => {
      prices.changeProductPrice('lunch', 8_890);
      prices.changeProductPrice('tea', 2_100);
      prices.changeProductPrice('lunch', 7_710);
    }),
  );

  expect(
    prices.rows(),
    'The lunch changed twice in one transaction. The second change counts as much as the first',
  ).toEqual({
    products: { lunch: 7_800, box: 78_000, tea: 2_100 },
    menus: { lunch: 7_800, box: 78_000 },
  });
});

it('tells what changed, and nothing else', () => {
  const prices = open();

  prices.does(() => prices.changeProductPrice('lunch', 8_890));

  expect(
    prices.changes(),
    'Five prices changed, so five events are told. A price that became what it was has not changed',
  ).toEqual([
    'product lunch 9000 → 8890',
    'menu lunch 9000 → 8900',
    'product lunch 8890 → 8900',
    'product box 90000 → 89000',
    'menu box 90000 → 89000',
  ]);
});

it('tells nothing when a product gets the price that it has', () => {
  const prices = open();

  prices.does(() => prices.changeProductPrice('tea', 2_000));
  prices.does(() => prices.changeProductPrice('lunch', 9_000));

  expect(
    prices.changes(),
    'Tea costs 2,000 won and lunch 9,000, as before. Nothing happened, whoever asked: the product knows that itself',
  ).toEqual([]);
  prices.does(() => prices.changeProductPrice('tea', 2_100));
  expect(prices.changes(), 'A real change is told').toEqual(['product tea 2000 → 2100']);
});

it('tells nothing when a menu gets the price that it has', () => {
  const prices = open();

  prices.does(() => prices.changeMenuPrice('lunch', 9_000));

  expect(
    prices.changes(),
    'The card says 9,000 won, as before. Nothing happened, whoever asked: the menu knows that itself',
  ).toEqual([]);
});

it('tells nothing when the card would print what is printed', () => {
  const prices = open();

  prices.does(() => prices.changeMenuPrice('lunch', 8_950));

  expect(prices.changes(), '8,950 is printed as 9,000, and 9,000 is on the card').toEqual([]);
});

it('says of each change which one led to it', () => {
  const prices = open();

  prices.does(() => prices.changeProductPrice('lunch', 8_890));
  prices.does(() => prices.changeMenuPrice('box', 80_000));

  expect(
    prices.causes(),
    'Whoever asks why the box became cheaper goes from cause to cause and ends at a clerk. So each event names the one that its policy heard',
  ).toEqual([
    'product lunch 8890, asked for by a clerk',
    'menu lunch 8900, because of product lunch 8890',
    'product lunch 8900, because of menu lunch 8900',
    'product box 89000, because of menu lunch 8900',
    'menu box 89000, because of product box 89000',
    'menu box 80000, asked for by a clerk',
    'product box 80000, because of menu box 80000',
  ]);
});

/** Lunch for 9,000 won, a box of ten for 90,000, and a tea that is on no card. */
function open() {
  const database = inMemoryDatabase();
  scene('three products, two of them on a card', '상품 3개, 그중 2개는 메뉴판에도 있습니다', () => {
    for (const [id, price] of [
      ['lunch', 9_000],
      ['box', 90_000],
      ['tea', 2_000],
    ] as const) {
      database.table<PriceRow>('products').put({ id, price });
      if (id !== 'tea') database.table<PriceRow>('menus').put({ id, price });
    }
  });
  const publisher = eventPublisher<PriceEvent>();
  const heard: PriceEvent[] = [];
  publisher.subscribe('ProductPriceChanged', (event) => heard.push(event), { id: 'test' });
  publisher.subscribe('MenuPriceChanged', (event) => heard.push(event), { id: 'test' });
  const pricesOf = (table: string) =>
    Object.fromEntries(database.committed<PriceRow>(table).map(({ id, price }) => [id, price]));
  const nameOf = ({ type, data }: PriceEvent) =>
    `${type === 'MenuPriceChanged' ? 'menu' : 'product'} ${data.id}`;

  const board = kitchen(database, publisher, eventFactory(fixedClock(0), sequentialIds()));
  const command = (name: 'changeProductPrice' | 'changeMenuPrice') => (id: string, price: number) =>
    during({ kind: 'command', place: 'caller', label: `${name}('${id}', ${price})` }, () =>
      board[name](id, price),
    );

  return {
    transactions: board.transactions,
    changeProductPrice: command('changeProductPrice'),
    changeMenuPrice: command('changeMenuPrice'),
    heard,
    rows: () => ({ products: pricesOf('products'), menus: pricesOf('menus') }),
    changes: () =>
      heard.slice(0, 12).map((event) => `${nameOf(event)} ${event.data.from} → ${event.data.to}`),
    causes: () =>
      heard.slice(0, 12).map((event) => {
        const cause = heard.find(({ eventId }) => eventId === event.data.causedBy);
        const why = cause ? `because of ${nameOf(cause)} ${cause.data.to}` : 'asked for by a clerk';
        return `${nameOf(event)} ${event.data.to}, ${why}`;
      }),
    does(act: () => void): void {
      let outcome = 'came to an end';
      try {
        act();
      } catch (error) {
        outcome = String(error);
      }
      expect(outcome, 'Each policy answers the other for ever. Find the answer that is no news').toBe(
        'came to an end',
      );
    },
  };
}
