import { expect, it } from 'vitest';
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type Database,
} from 'past-tense';
import { drawBoard, showCase } from 'past-tense/drawing';
import { during, fixedClock, scene, sequentialIds } from 'past-tense/testing';
import type { MenuEvent, ProductPriceChanged } from './events.ts';
import { kitchen, type Parts, type ProductRow } from './kitchen.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

/** The menu that lies on the scales, what lies on both sides, and whether it stays on the board. */
const SCALES = {
  oneMore: ['stew-set', '9,000 > 999 + 8,000', false],
  equal: ['stew-set', '9,000 = 1,000 + 8,000', true],
  oneLess: ['stew-set', '9,000 > 1,000 + 7,999', false],
  threeRice: ['three-rice', '2,900 < 3 × 970', true],
  rice: ['rice', '1,000 > 970', false],
  feast: ['feast', '11,000 > 2 × 990 + 8,000 + 990', false],
  smallFeast: ['small-feast', '10,900 < 2 × 990 + 8,000 + 990', true],
  hidden: ['rice', '1,000 < 1,200', false],
  risen: ['rice', '1,500 > 1,200', false],
} as const;

const scales = drawBoard({
  caption: {
    en: 'Menus on the scales: the price, and what the parts cost',
    ko: '저울에 올린 메뉴: 메뉴 가격과 구성품 값',
  },
  corner: { en: 'Menu', ko: '메뉴' },
  columns: {
    weighs: { en: 'Price and parts', ko: '가격과 구성품' },
    yours: { en: 'On your board', ko: '내 메뉴판에서' },
  },
  rows: {
    oneMore: 'stew-set',
    equal: 'stew-set',
    oneLess: 'stew-set',
    threeRice: 'three-rice',
    rice: 'rice',
    feast: 'feast',
    smallFeast: 'small-feast',
    hidden: { en: 'rice, hidden before', ko: 'rice, 이미 숨긴 메뉴' },
    risen: { en: 'rice, after its part became dearer', ko: 'rice, 구성품 값이 오른 뒤' },
  } satisfies Record<keyof typeof SCALES, unknown>,
});

it('hides a menu that costs one won more than its parts', () => {
  const branch = open([menu('stew-set', 9_000, line('rice'), line('stew'))]);
  branch.shows('ChangePrice rice 999', hidden('stew-set', 8_999));

  branch.changePrice('rice', 999);
  branch.weigh('oneMore');

  expect(
    branch.shown(),
    'The stew set costs 9,000 won, rice and stew together 8,999: it leaves the board',
  ).toEqual([]);
  branch.told('MenuHidden stew-set {"cost":8999}');
});

it('leaves a menu on the board that costs exactly what its parts cost', () => {
  const branch = open([menu('stew-set', 9_000, line('rice'), line('stew'))]);
  branch.shows('ChangePrice stew 8500, then 8000');

  branch.changePrice('stew', 8_500);
  branch.changePrice('stew', 8_000);
  branch.weigh('equal');

  expect(
    branch.shown(),
    'Rice and stew cost 9,000 won together, and so does the set. Dearer is what is hidden; equal is not dearer',
  ).toEqual(['stew-set']);
  branch.told();

  branch.changePrice('stew', 7_999);
  branch.weigh('oneLess');
  expect(branch.shown(), 'One won less for the stew, and the set is dearer than its parts').toEqual([]);
});

it('counts each product as often as it is in the menu', () => {
  const branch = open([menu('three-rice', 2_900, line('rice', 3)), menu('rice', 1_000, line('rice', 1))]);
  branch.shows('ChangePrice rice 970', hidden('rice', 970));

  branch.changePrice('rice', 970);
  branch.weigh('threeRice', 'rice');

  expect(
    branch.shown(),
    'Three bowls of rice cost 2,910 won, and the menu “three-rice” 2,900. One bowl for 1,000 is too dear',
  ).toEqual(['three-rice']);
  branch.told('MenuHidden rice {"cost":970}');
});

it('counts a product that stands in two lines twice', () => {
  const lines = [line('rice', 2), line('stew'), line('rice', 1)];
  const branch = open([menu('feast', 11_000, ...lines), menu('small-feast', 10_900, ...lines)]);
  branch.shows('ChangePrice rice 990', hidden('feast', 10_970));

  branch.changePrice('rice', 990);
  branch.weigh('feast', 'smallFeast');

  expect(
    branch.shown(),
    'Rice stands in two lines of each feast, with three bowls in all: 3 × 990 + 8,000 = 10,970 won',
  ).toEqual(['small-feast']);
  branch.told('MenuHidden feast {"cost":10970}');
});

it('touches no menu without the product', () => {
  const branch = open([
    menu('rice', 1_000, line('rice')),
    menu('stew', 9_999, line('stew')),
    menu('tea', 9_999, line('tea')),
  ]);

  branch.changePrice('rice', 900);

  expect(
    branch.written(),
    'Only the menu “rice” contains the product. Whoever loads and saves every menu meets every clerk who works on one',
  ).toEqual(['rice']);
  expect(branch.shown(), 'What is wrong with the price of other menus is not decided now').toEqual([
    'stew',
    'tea',
  ]);
});

it('tells a hidden menu once, however often prices change', () => {
  const branch = open([menu('rice', 1_000, line('rice'))]);
  branch.shows('ChangePrice rice 900, then 800', hidden('rice', 900));

  branch.changePrice('rice', 900);
  branch.changePrice('rice', 800);

  branch.told('MenuHidden rice {"cost":900}');
});

it('does not show a hidden menu again when its parts become dearer', () => {
  const branch = open([
    menu('rice', 1_000, line('rice')),
    { ...menu('two-rice', 1_500, line('rice', 2)), isDisplayed: false },
  ]);

  branch.changePrice('rice', 900);
  branch.changePrice('rice', 1_200);
  branch.weigh('hidden');

  expect(
    branch.shown(),
    'One menu was hidden by the price, the other by a person. No rule says that a menu comes back',
  ).toEqual([]);
  branch.told('MenuHidden rice {"cost":900}');
});

it('looks at the menus after a price that went up as well', () => {
  const imported = [menu('rice', 1_500, line('rice'))];
  const hiding = open(imported);
  const repricing = open(imported, 'reprice');

  hiding.changePrice('rice', 1_200);
  hiding.weigh('risen');
  repricing.changePrice('rice', 1_200);

  expect(
    [hiding.shown(), repricing.row('rice')?.price],
    'The menu “rice” came in by an import and cost too much from the start. Rice rose to 1,200 won, and the menu still costs 1,500. Whether a price fell or rose is no question for the policy',
  ).toEqual([[], 1_200]);
});

it('changes nothing of a hidden menu but that it is hidden', () => {
  const branch = open([menu('feast', 11_500, line('rice', 3), line('stew'))]);

  branch.changePrice('rice', 900);

  expect(branch.row('feast'), 'A hidden menu keeps its price and its lines').toEqual({
    ...menu('feast', 11_500, line('rice', 3), line('stew')),
    isDisplayed: false,
  });
});

it('takes the price back when one menu cannot be reviewed', () => {
  for (const policy of ['hide', 'reprice'] as const) {
    const branch = open(
      [menu('rice', 1_000, line('rice')), menu('winter', 9_000, line('rice'), line('oden'))],
      policy,
    );

    expect(
      branch.attempt('rice', 900),
      'The winter menu contains oden, and there is no product oden. This branch changes price and menus together, so the clerk gets the error',
    ).toMatch(/^threw .*oden/);
    expect(
      [branch.price('rice'), branch.row('rice')?.isDisplayed, branch.row('rice')?.price],
      'All or nothing: the price of rice is as before, and so is the menu “rice”',
    ).toEqual([1_000, true, 1_000]);
  }
});

it('re-prices, in a branch that wants it, to what the parts cost', () => {
  const branch = open(
    [
      menu('stew-set', 9_000, line('rice'), line('stew')),
      menu('three-rice', 2_700, line('rice', 3)),
      { ...menu('rice', 1_000, line('rice')), isDisplayed: false },
      menu('tea', 9_999, line('tea')),
    ],
    'reprice',
  );
  branch.shows(
    'ChangePrice rice 900',
    { type: 'MenuRepriced', data: { menuId: 'stew-set', from: 9_000, to: 8_900 } },
    { type: 'MenuRepriced', data: { menuId: 'rice', from: 1_000, to: 900 } },
  );

  branch.changePrice('rice', 900);

  expect(
    ['stew-set', 'three-rice', 'rice', 'tea'].map((id) => branch.row(id)?.price),
    'Rice costs 900 won. The stew set and the hidden menu “rice” are dearer than their parts and follow; “three-rice” costs just as much as its parts; the tea contains no rice',
  ).toEqual([8_900, 2_700, 900, 9_999]);
  expect(
    ['stew-set', 'three-rice', 'rice', 'tea'].map((id) => branch.row(id)?.isDisplayed),
    'This branch does not hide, and what is hidden stays hidden',
  ).toEqual([true, true, false, true]);
  branch.told('MenuRepriced stew-set {"from":9000,"to":8900}', 'MenuRepriced rice {"from":1000,"to":900}');
  expect(branch.written(), 'The tea contains no rice: nobody has to touch it').not.toContain('tea');
});

it('re-prices no menu upwards', () => {
  const branch = open([menu('rice', 1_000, line('rice'))], 'reprice');
  branch.shows('ChangePrice rice 1200');

  branch.changePrice('rice', 1_200);

  expect(
    branch.row('rice')?.price,
    'Rice became dearer. The menu is cheaper than its part, and that is allowed',
  ).toBe(1_000);
  branch.told();

  branch.changePrice('rice', 950);
  expect(branch.row('rice')?.price, 'Rice costs 950 won: now the menu is too dear and follows').toBe(950);
});

const line = (productId: string, quantity = 1): MenuLine => ({ productId, quantity });

const menu = (id: string, price: number, ...lines: MenuLine[]): MenuRow => ({
  id,
  price,
  isDisplayed: true,
  lines,
});

const hidden = (menuId: string, cost: number) => ({ type: 'MenuHidden', data: { menuId, cost } });

/** A branch where rice costs 1,000 won, stew 8,000 and tea 500. */
function open(rows: readonly MenuRow[], policy: Parts['policy'] = 'hide') {
  const database = inMemoryDatabase();
  const products = database.table<ProductRow>('products');
  scene('the products and menus of the branch', '지점의 상품과 메뉴', () => {
    products.put({ id: 'rice', price: 1_000 });
    products.put({ id: 'stew', price: 8_000 });
    products.put({ id: 'tea', price: 500 });
    for (const row of rows) database.table<MenuRow>('menus').put(row);
  });

  const written = new Set<string>();
  const publisher = eventPublisher<ProductPriceChanged | MenuEvent>();
  const heard: MenuEvent[] = [];
  publisher.subscribe('MenuHidden', (event) => heard.push(event), { id: 'test' });
  publisher.subscribe('MenuRepriced', (event) => heard.push(event), { id: 'test' });
  const event = eventFactory(fixedClock(0), sequentialIds());
  const service = kitchen({
    database: writingDown(database, written),
    transactions: transactionManager(database),
    publisher,
    event,
    policy,
  });
  const menus = () => database.committed<MenuRow>('menus');

  function attempt(productId: string, price: number): string {
    try {
      during({ kind: 'command', place: 'caller', label: `changePrice('${productId}', ${price})` }, () =>
        service.changePrice(productId, price),
      );
      return 'done';
    } catch (error) {
      return `threw ${String(error)}`;
    }
  }

  const shown = () => menus().flatMap(({ id, isDisplayed }) => (isDisplayed ? [id] : []));

  return {
    attempt,
    /** Puts menus onto the scales that the learner sees. */
    weigh(...keys: (keyof typeof SCALES)[]): void {
      for (const key of keys) {
        const [id, sides, stays] = SCALES[key];
        const isShown = shown().includes(id);
        scales.mark(key, 'weighs', { text: sides });
        scales.mark(key, 'yours', {
          text: isShown ? { en: 'stays on the board', ko: '남아 있음' } : { en: 'hidden', ko: '숨김' },
          mark: isShown === stays ? 'right' : 'wrong',
        });
      }
    },
    changePrice(productId: string, price: number): void {
      expect(
        attempt(productId, price),
        'The product is there and the price is fine: this has to go through',
      ).toBe('done');
    },
    shown,
    row: (id: string) => menus().find((each) => each.id === id),
    price: (id: string) => database.committed<ProductRow>('products').find((each) => each.id === id)?.price,
    written: () => [...written],
    /** Tells the learner the case. */
    shows(when: string, ...then: { type: string; data: object }[]): void {
      const given = rows.map(({ id, price }) => ({
        en: `the menu ${id} for ${price} won`,
        ko: `${price}원짜리 메뉴 ${id}`,
      }));
      showCase({ given, when, then, yours: () => heard });
    },
    told(...expected: string[]): void {
      expect(
        heard.map(({ type, data: { menuId, ...rest } }) => `${type} ${menuId} ${JSON.stringify(rest)}`),
        'Each menu that changed says so, once: which menu, and what the event is to tell of it',
      ).toEqual(expected);
    },
  };
}

/** The database, and a note of which menus are written. */
function writingDown(database: Database, written: Set<string>): Database {
  return {
    ...database,
    table(name) {
      const table = database.table<never>(name);
      if (name !== 'menus') return table;
      const put = (row: { id: string }): void => {
        written.add(row.id);
        table.put(row as never);
      };
      return { ...table, put };
    },
  };
}
