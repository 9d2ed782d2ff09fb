import { beforeEach, expect, it } from 'vitest';
import { eventFactory, type DomainEvent } from 'past-tense';
import { showCase } from 'past-tense/drawing';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { bus } from './bus.ts';
import { Menu as Written } from './menu.ts';
import { menuTable, save } from './menu-repository.ts';

/** The learner's menu. What it is asked for is seen in the timeline. */
class Menu extends Written {
  override changePrice(price: number): void {
    asked(this, 'ChangePrice', { price }, () => super.changePrice(price));
  }

  override changeQuantity(productId: string, quantity: number): void {
    asked(this, 'ChangeQuantity', { productId, quantity }, () => super.changeQuantity(productId, quantity));
  }

  override changeOptionPrice(productId: string, optionId: string, price: number): void {
    asked(this, 'ChangeOptionPrice', { productId, optionId, price }, () =>
      super.changeOptionPrice(productId, optionId, price),
    );
  }
}

function asked(whom: Menu, label: string, data: object, act: () => void): void {
  during({ kind: 'command', place: 'caller', label, payload: { menuId: whom.id, ...data } }, act);
}

beforeEach(() => menuTable.clear());

it('tells a changed quantity under the ids of menu and product, when the menu is saved', () => {
  const lunch = menu('lunch');
  const dinner = menu('dinner');
  showCase({
    when: "lunch.changeQuantity('rice', 2); dinner.changeQuantity('soup', 3)",
    then: [
      { type: 'LineQuantityChanged', data: { menuId: 'lunch', productId: 'rice', quantity: 2 } },
      { type: 'LineQuantityChanged', data: { menuId: 'dinner', productId: 'soup', quantity: 3 } },
    ],
    yours: () => events,
  });

  lunch.changeQuantity('rice', 2);
  dinner.changeQuantity('soup', 3);

  const events = published(lunch, dinner);
  expect(
    typesOf(events),
    'Two menus changed one line each and were saved. The repository asks the menu for events, and a line is known to nobody without its menu',
  ).toEqual(['LineQuantityChanged', 'LineQuantityChanged']);
  expect(
    whichOf(['lunch', 'dinner'], events),
    'Both menus have rice and soup. Who hears that a line changed has to learn in which menu',
  ).toEqual(['lunch', 'dinner']);
  expect(
    fieldsOf(events),
    'The task names the fields of LineQuantityChanged, exactly: menuId, productId and quantity',
  ).toEqual(['menuId, productId, quantity', 'menuId, productId, quantity']);
  expect(
    facts(events),
    'The rice of the lunch menu has quantity 2, the soup of the dinner menu has quantity 3',
  ).toEqual([
    ['LineQuantityChanged', { menuId: 'lunch', productId: 'rice', quantity: 2 }],
    ['LineQuantityChanged', { menuId: 'dinner', productId: 'soup', quantity: 3 }],
  ]);
});

it('tells a changed option, two levels below the menu', () => {
  const lunch = menu('lunch');
  showCase({
    when: "lunch.changeOptionPrice('rice', 'large', 700); lunch.changeOptionPrice('soup', 'large', 800)",
    then: [
      {
        type: 'OptionPriceChanged',
        data: { menuId: 'lunch', productId: 'rice', optionId: 'large', price: 700 },
      },
      {
        type: 'OptionPriceChanged',
        data: { menuId: 'lunch', productId: 'soup', optionId: 'large', price: 800 },
      },
    ],
    yours: () => events,
  });

  lunch.changeOptionPrice('rice', 'large', 700);
  lunch.changeOptionPrice('soup', 'large', 800);

  const events = published(lunch);
  expect(
    typesOf(events),
    'Two options became dearer and the menu was saved. An option has no repository that would ask it: what happened to it is heard through the menu',
  ).toEqual(['OptionPriceChanged', 'OptionPriceChanged']);
  expect(
    fieldsOf(events),
    'The task names the fields of OptionPriceChanged, exactly: menuId, productId, optionId and price',
  ).toEqual(['menuId, optionId, price, productId', 'menuId, optionId, price, productId']);
  expect(
    facts(events),
    'Both rice and soup have an option “large”, and both became dearer. Each fact has the ids on the way down: menu, product, option',
  ).toEqual([
    ['OptionPriceChanged', { menuId: 'lunch', productId: 'rice', optionId: 'large', price: 700 }],
    ['OptionPriceChanged', { menuId: 'lunch', productId: 'soup', optionId: 'large', price: 800 }],
  ]);
});

it('tells a changed price of the menu', () => {
  const lunch = menu('lunch');

  lunch.changePrice(9500);

  expect(facts(published(lunch)), 'The lunch menu costs 9,500 won from now on, and that is one fact').toEqual(
    [['MenuPriceChanged', { menuId: 'lunch', price: 9500 }]],
  );
});

it('tells the facts of menu and lines in the order in which they happened', () => {
  const lunch = menu('lunch');

  lunch.changeQuantity('soup', 2);
  lunch.changePrice(9500);
  lunch.changeQuantity('rice', 3);

  const told = whichOf([2, 9500, 3], published(lunch));
  expect(told.length, 'A line, the menu and another line changed: three facts').toBe(3);
  expect(
    told,
    'First the soup got quantity 2, then the menu the price 9500, then the rice quantity 3. Who listens hears it in this order',
  ).toEqual([2, 9500, 3]);
});

it('tells the facts of menu, line and option in the order in which they happened', () => {
  const lunch = menu('lunch');

  lunch.changeOptionPrice('rice', 'large', 700);
  lunch.changePrice(9500);
  lunch.changeQuantity('soup', 2);
  lunch.changePrice(9900);
  lunch.changeQuantity('rice', 3);
  lunch.changeOptionPrice('soup', 'spicy', 100);

  const events = published(lunch);
  const told = whichOf([700, 9500, 2, 9900, 3, 100], events);
  expect(told.length, 'The menu, its lines and their options changed six times: six facts').toBe(6);
  expect(
    told,
    'Option, menu, line, menu, line, option: six facts in the order in which they happened, wherever in the menu that was',
  ).toEqual([700, 9500, 2, 9900, 3, 100]);
  expect(
    events.map(({ eventId, occurredAt }) => `${eventId} at ${occurredAt}`),
    'Each fact is made once, by the EventFactory from the constructor, which stamps id and time',
  ).toEqual([1, 2, 3, 4, 5, 6].map((number) => `event-${number} at ${NOON}`));
});

it('tells nothing of a change that is not saved', () => {
  const lunch = menu('lunch');

  const heard = listen(() => {
    lunch.changeQuantity('rice', 2);
    lunch.changeOptionPrice('rice', 'large', 700);
  });

  expect(
    facts(heard),
    'The menu was changed and then thrown away: nobody saved it. So nobody may have heard of it',
  ).toEqual([]);
});

it('tells each fact once, however often the menu is saved', () => {
  const lunch = menu('lunch');
  lunch.changePrice(9500);
  lunch.changeQuantity('rice', 2);
  lunch.changeOptionPrice('soup', 'spicy', 100);

  expect(published(lunch).length, 'Three facts were registered before the first save').toBe(3);
  expect(facts(published(lunch)), 'The second save finds nothing new to tell').toEqual([]);
});

it('has one list of events: what is shown is what is pulled', () => {
  const lunch = menu('lunch');
  lunch.changeQuantity('rice', 2);
  lunch.changeOptionPrice('soup', 'spicy', 100);

  const shown = facts(lunch.domainEvents());
  expect(shown.length, 'The menu shows what happened to its line and to its option').toBe(2);
  expect(facts(lunch.pullDomainEvents()), 'Who pulls gets what domainEvents() showed').toEqual(shown);
  expect(
    facts([...lunch.domainEvents(), ...published(lunch)]),
    'What was pulled is gone from the menu',
  ).toEqual([]);
});

it('contains and stores what was changed, and nothing else', () => {
  const lunch = menu('lunch');

  lunch.changeQuantity('soup', 2);
  lunch.changeOptionPrice('soup', 'large', 700);

  const large = contentOf(lunch).map(({ productId, options }) => `${productId}: ${options[0]?.price} won`);
  expect(
    large,
    'Soup’s large portion became dearer. Rice has a large portion too, and its price stays',
  ).toEqual(['rice: 500 won', 'soup: 700 won']);

  const lines = [
    { productId: 'rice', quantity: 1, options: [{ optionId: 'large', price: 500 }] },
    {
      productId: 'soup',
      quantity: 2,
      options: [
        { optionId: 'large', price: 700 },
        { optionId: 'spicy', price: 0 },
      ],
    },
  ];
  expect(
    contentOf(lunch),
    'lines shows the present content: two servings of soup, the large one for 700 won, and the rest as before',
  ).toEqual(lines);
  published(lunch);
  expect(stored('lunch'), 'The row holds id, price, and the lines as menu.lines shows them').toEqual({
    id: 'lunch',
    price: 9000,
    lines,
  });
});

it('tells nothing when the new content is the old one', () => {
  const lunch = menu('lunch');

  lunch.changeQuantity('rice', 1);
  lunch.changeOptionPrice('soup', 'spicy', 0);
  lunch.changePrice(9000);
  expect(
    facts(published(lunch)),
    'Quantity, option price and menu price were “changed” to what they already were. Nothing happened, so there is nothing to tell',
  ).toEqual([]);

  lunch.changeQuantity('rice', 2);
  lunch.changeQuantity('rice', 2);
  lunch.changeQuantity('rice', 1);
  expect(
    published(lunch).length,
    'From one serving to two, to two again, and back to one: that is two changes',
  ).toBe(2);
});

it('refuses a product or an option that it does not have: an error, and no event', () => {
  const lunch = menu('lunch');

  const attempts = {
    'changeQuantity of kimchi': () => lunch.changeQuantity('kimchi', 2),
    'changeOptionPrice of a large kimchi': () => lunch.changeOptionPrice('kimchi', 'large', 700),
    'changeOptionPrice of a spicy rice': () => lunch.changeOptionPrice('rice', 'spicy', 700),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    expect(throws(attempt), `${name}, which the menu does not have: it has to throw an Error`).toBe(true);
  }
  expect(facts(published(lunch)), 'Three changes were refused: nothing happened').toEqual([]);
  expect(contentOf(lunch), 'Three changes were refused: the content is as before').toEqual(content());
});

it('gives out lines that are only to look at', () => {
  const lunch = menu('lunch');

  callMethodsOf(lunch.lines);
  expect(
    contentOf(lunch),
    'Somebody took menu.lines and called every method that the lines and options have. The menu must not have changed: changes go through its own methods',
  ).toEqual(content());

  for (const line of writable(lunch)) tries(() => (line.quantity = 99));
  tries(() => writable(lunch).splice(0));
  expect(
    contentOf(lunch),
    'Somebody wrote into menu.lines, then emptied the array. The menu must not notice',
  ).toEqual(content());

  for (const { options } of writable(lunch)) for (const option of options) tries(() => (option.price = 99));
  for (const { options } of writable(lunch)) tries(() => options.splice(0));
  expect(
    contentOf(lunch),
    'Somebody wrote into the options of menu.lines, then emptied them. The menu must not notice, two levels down as well',
  ).toEqual(content());

  expect(facts(published(lunch)), 'Looking at the lines changes nothing, so nothing is told').toEqual([]);
});

it('keeps its content when the list that it was made of changes', () => {
  const lines = content();
  const lunch = new Menu('lunch', 9000, lines, eventFactory(fixedClock(NOON), sequentialIds()));

  for (const line of lines) {
    line.quantity = 99;
    for (const option of line.options) option.price = 99;
    line.options.splice(0);
  }
  lines.splice(0);

  expect(
    contentOf(lunch),
    'The caller reuses the list that it gave to the constructor. That is no way to change a menu',
  ).toEqual(content());
});

// In Seoul.
const NOON = Date.UTC(2026, 2, 3, 3, 0);

type Line = { productId: string; quantity: number; options: { optionId: string; price: number }[] };

const content = (): Line[] => [
  { productId: 'rice', quantity: 1, options: [{ optionId: 'large', price: 500 }] },
  {
    productId: 'soup',
    quantity: 1,
    options: [
      { optionId: 'large', price: 500 },
      { optionId: 'spicy', price: 0 },
    ],
  },
];

function menu(id: string): Menu {
  return new Menu(id, 9000, content(), eventFactory(fixedClock(NOON), sequentialIds()));
}

/** What is heard while these menus are saved. */
function published(...menus: Menu[]): DomainEvent[] {
  return listen(() => {
    for (const each of menus) {
      during({ kind: 'saved', place: 'repository', label: each }, () => save(each));
    }
  });
}

function listen(act: () => void): DomainEvent[] {
  const heard: DomainEvent[] = [];
  const stop = bus.subscribe((event) => {
    note({ kind: 'published', place: 'publisher', label: event.type, payload: event });
    heard.push(event);
  });
  try {
    act();
  } finally {
    stop();
  }
  return heard;
}

const typesOf = (events: readonly DomainEvent[]) => events.map(({ type }) => type);

const fieldsOf = (events: readonly DomainEvent[]) =>
  events.map(({ data }) => Object.keys(Object(data)).toSorted().join(', '));

/** Which of these values each event tells, under whatever name. */
const whichOf = (values: readonly unknown[], events: readonly DomainEvent[]) =>
  events.map(({ data }) => Object.values(Object(data)).find((value) => values.includes(value)));

const facts = (events: readonly DomainEvent[]) => events.map(({ type, data }) => [type, data]);

/** What can be read in `menu.lines`, as plain data. */
function contentOf({ lines }: Menu): Line[] {
  return lines.map(({ productId, quantity, options }) => ({
    productId,
    quantity,
    options: options.map(({ optionId, price }) => ({ optionId, price })),
  }));
}

const stored = (id: string): unknown => JSON.parse(menuTable.get(id) ?? 'null');

/** The lines to somebody who does not care for types. */
const writable = ({ lines }: Menu): Line[] => lines as readonly unknown[] as Line[];

/** Calls whatever methods lines and options have, as somebody would who wants to change them. */
function callMethodsOf(lines: Menu['lines']): void {
  for (const part of lines.flatMap((line) => [line, ...line.options]) as object[]) {
    for (const name of methodNamesOf(part)) {
      const method = (part as Record<string, (...values: unknown[]) => unknown>)[name]!.bind(part);
      tries(() => method(99));
      tries(() => method('large', 99));
    }
  }
}

function methodNamesOf(part: object): string[] {
  const names = Object.entries(Object.getOwnPropertyDescriptors(part)).flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [name] : [],
  );
  const parent = Object.getPrototypeOf(part) as object | null;
  return parent === null || parent === Object.prototype ? names : [...names, ...methodNamesOf(parent)];
}

/** Tries what a frozen copy refuses, and may refuse. */
function tries(act: () => unknown): void {
  throws(act);
}

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof Error;
  }
}
