import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, inMemoryDatabase, transactionManager } from 'past-tense';
import { showCase } from 'past-tense/drawing';
import { collectEvents, during, fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import type { MenuHidden, ProductPriceChanged } from './domain/events.ts';
import type { MenuRow } from './domain/menu-row.ts';
import { Menu } from './domain/menu.ts';
import { kitchen } from './kitchen.ts';

it('loads a hundred menus without one more listener', () => {
  const { menus, listeners } = open();
  const before = listeners();
  scene('100 guests look at a menu', '손님 100명이 메뉴를 봅니다', () => {
    for (let guest = 0; guest < 100; guest += 1) menus.findById('two-gimbap');
  });

  expect(
    listeners() - before,
    'Looking at a menu is no reason to listen. An object that was loaded is gone soon; its subscription stays, and works with what the object knew',
  ).toBe(0);
});

it('hides, when a product changed its price, each menu that costs more than its parts', () => {
  const { changePrice, shown, rows } = open();

  does(() => changePrice('gimbap', 3_700));

  expect(
    shown(),
    'A gimbap costs 3,700 won now. The menus “gimbap” for 4,000 and “two-gimbap” for 7,500 are dearer than their parts; “lunch” and “stew” are not',
  ).toEqual(['lunch', 'stew']);
  expect(
    rows().map(({ id, price, lines }) => [id, price, lines.length]),
    'A menu is hidden, and nothing else of it changes',
  ).toEqual(MENUS.map(({ id, price, lines }) => [id, price, lines.length]));
});

it('comes to the same result by the command as by the event', () => {
  for (const [price, expected] of [
    [3_750, ['two-gimbap', 'lunch', 'stew']],
    [3_749, ['lunch', 'stew']],
    [2_500, ['lunch', 'stew']],
    [2_499, ['stew']],
  ] as const) {
    const byEvent = scene(`gimbap costs ${price}, by the event`, `김밥이 ${price}원, 이벤트로`, () => {
      const board = open();
      does(() => board.changePrice('gimbap', price));
      return board;
    });
    const byCommand = scene(`gimbap costs ${price}, by the command`, `김밥이 ${price}원, 커맨드로`, () => {
      const board = open();
      board.putPrice('gimbap', price);
      does(() => MENUS.forEach(({ id }) => board.reviewMenu(id)));
      return board;
    });

    expect(
      byCommand.shown(),
      `A gimbap costs ${price} won, and a clerk has checked every menu. It is the same rule as for the listener: dearer than the parts, each as often as it is in the menu`,
    ).toEqual(expected);
    expect(
      byEvent.shown(),
      `A gimbap costs ${price} won, and the menus have heard of it. It is the same rule as for the command`,
    ).toEqual(expected);
  }
});

it('lets the menu decide alone, told what its parts cost', () => {
  for (const [cost, isShown] of [
    [7_501, true],
    [7_500, true],
    [7_499, false],
  ] as const) {
    const menu = aMenu({ price: 7_500 });
    showCase({
      given: [{ en: 'A menu for 7,500 won', ko: '7,500원짜리 메뉴' }],
      when: `menu.review(${cost})`,
      then: isShown ? [] : [{ type: 'MenuHidden', data: { menuId: 'two-gimbap', cost } }],
      yours: () => menu.domainEvents(),
    });

    canBeAsked(menu);
    does(() => review(menu, cost));

    expect(
      menu.isDisplayed,
      `The menu costs 7,500 won and its parts ${cost}. No repository and no publisher is around: the rule has to be in the menu`,
    ).toBe(isShown);
    expect(
      menu.domainEvents().map(({ type, data }) => [type, data]),
      'A menu that hides says so, with its id and the cost it was told; another says nothing',
    ).toEqual(isShown ? [] : [['MenuHidden', { menuId: 'two-gimbap', cost }]]);
  }

  const hidden = aMenu({ price: 7_500, isDisplayed: false });
  does(() => review(hidden, 7_499));
  expect(
    [hidden.isDisplayed, hidden.domainEvents().length],
    'A menu knows itself that it is hidden, and says nothing. Whoever has to check that before asking can forget it',
  ).toEqual([false, 0]);
});

it('tells a hidden menu once, however often it is asked', () => {
  const { changePrice, reviewMenu, putPrice, hidden } = open();
  putPrice('gimbap', 3_700);

  does(() => changePrice('gimbap', 3_700));
  does(() => changePrice('gimbap', 3_700));
  does(() => reviewMenu('gimbap'));
  does(() => changePrice('gimbap', 3_600));

  expect(
    hidden(),
    'Two menus were hidden, each once. A hidden menu that is asked again has nothing new to say',
  ).toEqual(['gimbap at 3700', 'two-gimbap at 7400']);
});

it('reviews the menus after a price that went up as well', () => {
  const { changePrice, putPrice, shown } = open();
  putPrice('gimbap', 3_000);

  does(() => changePrice('gimbap', 3_200));

  expect(
    shown(),
    'The import wrote 3,000 won without telling, then the gimbap rose to 3,200. The gimbap menus are dearer than their parts. Whether a price fell or rose is no question for the listener',
  ).toEqual(['lunch', 'stew']);
});

it('shows the menus again when the price change is rolled back', () => {
  const { transactions, changePrice, shown, price } = open();

  fails(() =>
    transactions.execute(() => {
      changePrice('gimbap', 3_000);
      throw new Error('The price list is locked.');
    }),
  );

  expect(price('gimbap'), 'The change was rolled back').toBe(4_000);
  expect(
    shown(),
    'The price change was rolled back, so no menu is too dear. The listener works in the transaction of the change; who commits on their own cannot take it back',
  ).toEqual(['gimbap', 'two-gimbap', 'lunch', 'stew']);
});

it('does the command of a clerk as a whole or not at all', () => {
  const { publisher, putPrice, reviewMenu, shown } = open();
  putPrice('gimbap', 3_700);
  const printer = publisher.subscribe('MenuHidden', () => {
    throw new Error('The printer of the menu board is out of paper.');
  });

  fails(() => reviewMenu('two-gimbap'));
  expect(
    shown(),
    'A listener of MenuHidden failed, so the command failed. Its row must not stay behind: the command needs a transaction, and the application opens it',
  ).toContain('two-gimbap');

  printer.unsubscribe();
  does(() => reviewMenu('two-gimbap'));
  expect(shown(), 'With paper in the printer the same command hides the menu').not.toContain('two-gimbap');
});

it('refuses to review a menu that is not there: an error that names it', () => {
  const { reviewMenu, putPrice, shown } = open();

  expect(
    fails(() => reviewMenu('pizza')),
    'The clerk has to learn that there is no menu “pizza”',
  ).toContain('pizza');

  putPrice('gimbap', 3_700);
  does(() => reviewMenu('gimbap'));
  expect(shown(), 'A menu that is there is reviewed').not.toContain('gimbap');
});

const MENUS: readonly MenuRow[] = [
  { id: 'gimbap', price: 4_000, isDisplayed: true, lines: [{ productId: 'gimbap', quantity: 1 }] },
  { id: 'two-gimbap', price: 7_500, isDisplayed: true, lines: [{ productId: 'gimbap', quantity: 2 }] },
  {
    id: 'lunch',
    price: 10_500,
    isDisplayed: true,
    lines: [
      { productId: 'gimbap', quantity: 1 },
      { productId: 'stew', quantity: 1 },
    ],
  },
  { id: 'stew', price: 8_000, isDisplayed: true, lines: [{ productId: 'stew', quantity: 1 }] },
];

function aMenu(row: Partial<MenuRow>): Menu {
  return new Menu({ ...MENUS[1]!, ...row }, eventFactory(fixedClock(0), sequentialIds()));
}

function review(menu: Menu, cost: number): void {
  during({ kind: 'call', place: 'aggregate', name: menu, label: `review(${cost})` }, () => menu.review(cost));
}

function canBeAsked(menu: Menu): void {
  expect(
    typeof menu.review,
    'The task names the one place of the rule: menu.review(cost). It is not there',
  ).toBe('function');
}

/** Four menus on the board, made of gimbap for 4,000 won and stew for 8,000. */
function open() {
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const event = eventFactory(fixedClock(0), sequentialIds());
  const publisher = eventPublisher<ProductPriceChanged | MenuHidden>();
  const products = database.table<{ id: string; price: number }>('products');
  const putPrice = (id: string, price: number): void => products.put({ id, price });
  scene('two products and four menus', '상품 2개와 메뉴 4개', () => {
    putPrice('gimbap', 4_000);
    putPrice('stew', 8_000);
    for (const row of MENUS) database.table<MenuRow>('menus').put(row);
  });

  let listeners = 0;
  const counting: typeof publisher = {
    ...publisher,
    subscribe(...subscription) {
      listeners += 1;
      note({ kind: 'call', place: 'publisher', label: `subscribe('${subscription[0]}')` });
      return publisher.subscribe(...subscription);
    },
  };
  const hidden = collectEvents(publisher, 'MenuHidden');
  const rows = () => database.committed<MenuRow>('menus');

  const { menus, reviewMenu } = kitchen({ database, transactions, publisher: counting, event });

  return {
    menus,
    reviewMenu: (menuId: string): void =>
      during({ kind: 'command', place: 'caller', label: `reviewMenu('${menuId}')` }, () =>
        reviewMenu(menuId),
      ),
    transactions,
    publisher,
    putPrice,
    listeners: () => listeners,
    rows,
    shown: () => rows().flatMap(({ id, isDisplayed }) => (isDisplayed ? [id] : [])),
    price: (id: string) =>
      database.committed<{ id: string; price: number }>('products').find((row) => row.id === id)?.price,
    hidden: () => hidden.map(({ data }) => `${data.menuId} at ${data.cost}`),
    /** What the product side does: the row and the news, in one transaction. */
    changePrice: (productId: string, to: number): void =>
      during({ kind: 'command', place: 'caller', label: `changePrice('${productId}', ${to})` }, () =>
        transactions.execute(() => {
          const from = products.get(productId)!.price;
          putPrice(productId, to);
          publisher.publish(event('ProductPriceChanged', { productId, from, to }));
        }),
      ),
  };
}

function does(act: () => void): void {
  expect(attempt(act), 'Nothing speaks against this change: it has to go through').toBe('done');
}

function fails(act: () => void): string {
  const outcome = attempt(act);
  expect(outcome, 'This has to fail, and the caller has to get the error').toMatch(/^threw /);
  return outcome;
}

function attempt(act: () => void): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
