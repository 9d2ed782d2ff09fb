import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, inMemoryDatabase } from 'past-tense';
import { collectEvents, during, fixedClock, sequentialIds } from 'past-tense/testing';
import type { ProductPriceChanged } from './events.ts';
import { kitchen } from './kitchen.ts';
import { Product } from './product.ts';
import type { ProductRow } from './products.ts';

it('writes the new price into the row, and leaves the other rows alone', () => {
  const { products, productService, rows } = open();

  accepts(() => productService.changePrice('gimbap', 3000));

  expect(rows(), 'Gimbap costs 3,000 won from here on, and nothing else has changed').toEqual([
    'gimbap Gimbap 3000',
    'stew Kimchi stew 8000',
    'tea Barley tea 2000',
  ]);
  expect(products.findById('gimbap')?.price, 'Whoever loads the product afterwards finds the new price').toBe(
    3000,
  );
});

it('tells a new price to whoever listens: the product, the price until then and the one from then on', () => {
  const { productService, heard } = open();

  accepts(() => productService.changePrice('gimbap', 3000));
  accepts(() => productService.changePrice('stew', 8500));

  isHeard(heard());
  expect(
    [...new Set(heard())],
    'The event names the product whose price changed, and both prices: listeners see no other copy of the old one',
  ).toEqual(['gimbap 4000 → 3000', 'stew 8000 → 8500']);
});

it('tells each change exactly once, in the order in which they happened', () => {
  const { productService, heard } = open();

  for (const price of [3000, 3500, 3000]) accepts(() => productService.changePrice('gimbap', price));

  isHeard(heard());
  expect(
    heard().length,
    'Three changes are three events and no more. Whoever hears one of them twice hides a menu twice, or prints a price tag twice',
  ).toBeLessThanOrEqual(3);
  expect(heard(), 'Each of the three changes is told, and the earlier one earlier').toEqual([
    'gimbap 4000 → 3000',
    'gimbap 3000 → 3500',
    'gimbap 3500 → 3000',
  ]);
});

it('has written the row by the time somebody hears of it', () => {
  const alone = open();
  const insideAnotherRun = open();

  accepts(() => alone.productService.changePrice('gimbap', 3000));
  accepts(() =>
    insideAnotherRun.unitOfWork.run(() => insideAnotherRun.productService.changePrice('gimbap', 3000)),
  );

  for (const { heard, rowsWhenHeard } of [alone, insideAnotherRun]) {
    isHeard(heard());
    expect(
      rowsWhenHeard[0],
      'A listener that looks into the table finds the price that the event tells, and not the one before, also when another run is around',
    ).toContain('gimbap Gimbap 3000');
  }
});

it('tells nothing when the price stays as it is', () => {
  const { products, productService, unitOfWork, heard } = open();
  const product = gimbapFor(4000);

  accepts(() => product.changePrice(4000));
  expect(
    product.domainEvents(),
    'The product was given the price that it has already: no event waits in it, whoever asked',
  ).toEqual([]);

  accepts(() => productService.changePrice('gimbap', 4000));
  accepts(() =>
    unitOfWork.run(() => {
      const gimbap = products.findById('gimbap')!;
      gimbap.changePrice(4000);
      products.save(gimbap);
    }),
  );

  expect(
    heard(),
    'Gimbap cost 4,000 won and still does: nothing happened, so there is nothing to tell',
  ).toEqual([]);
  stillWorks(productService, heard);
});

it('refuses a negative price: an error, the old price in the row, and nothing told', () => {
  const { productService, heard, rows } = open();
  const product = gimbapFor(4000);

  expect(
    attempt(() => product.changePrice(-1)),
    'The product itself refuses a price below 0 won, whoever asks',
  ).toMatch(/^threw /);
  expect(
    product.domainEvents(),
    'What was refused has not happened: no event waits in the product, and no later save tells one',
  ).toEqual([]);
  expect(
    attempt(() => productService.changePrice('gimbap', -1)),
    'Nothing costs less than 0 won: changePrice has to throw an Error',
  ).toMatch(/^threw /);
  expect(rows()[0], 'The change was refused: the row keeps its price').toBe('gimbap Gimbap 4000');
  expect(heard(), 'The change was refused: nothing happened, so nobody may hear of it').toEqual([]);
  stillWorks(productService, heard);
});

it('accepts a price of 0 won', () => {
  const { productService, rows } = open();

  accepts(() => productService.changePrice('gimbap', 0));

  expect(rows()[0], 'Something may be free: only less than 0 won is refused').toBe('gimbap Gimbap 0');
});

it('refuses a product that is not there: an error, no new row, and nothing told', () => {
  const { productService, heard, rows } = open();

  expect(
    attempt(() => productService.changePrice('pizza', 3000)),
    'There is no pizza. Whoever asked for a new price has to learn that: changePrice has to throw an Error that names the id',
  ).toMatch(/^threw .*pizza/);
  expect(rows().length, 'A price for a product that is not there makes no product').toBe(3);
  expect(heard(), 'There is no pizza, so there is nothing to tell of it').toEqual([]);
  stillWorks(productService, heard);
});

it('lets the product itself tell its change, whoever asked for it', () => {
  const gimbap = gimbapFor(4000);

  gimbap.changePrice(3000);

  expect(
    gimbap.domainEvents().length,
    'Here nobody called the service, as in a price import. The product knows what happened to it, so it registers the event: once',
  ).toBe(1);
  expect(
    gimbap.domainEvents().map(textOf),
    'The event names the product and its two prices: the one before the change and the one after it',
  ).toEqual(['gimbap 4000 → 3000']);
});

it('tells a change once when other code changes the product and saves it in a run', () => {
  const { products, unitOfWork, heard } = open();

  accepts(() =>
    unitOfWork.run(() => {
      const gimbap = products.findById('gimbap')!;
      gimbap.changePrice(3000);
      products.save(gimbap);
    }),
  );

  expect(heard(), 'The price import saves what it changes. Its news has to arrive once, as ever').toEqual([
    'gimbap 4000 → 3000',
  ]);
});

it('tells nothing again when the same product is saved later', () => {
  const { products, productService, unitOfWork, heard } = open();

  accepts(() => {
    const gimbap = unitOfWork.run(() => {
      productService.changePrice('gimbap', 3000);
      return products.findById('gimbap')!;
    });
    products.save(gimbap);
  });

  isHeard(heard());
  expect(
    heard(),
    'The price changed once, and that has been told. Saving the product again is no second change',
  ).toEqual(['gimbap 4000 → 3000']);
});

it('goes on writing what a run has changed and nobody has saved', () => {
  const { products, unitOfWork, rows } = open();

  accepts(() => unitOfWork.run(() => products.findById('gimbap')!.changePrice(3000)));
  accepts(() => unitOfWork.run(() => products.findById('stew')!.changePrice(8500)));

  expect(
    rows(),
    'The rest of the kitchen relies on dirty checking: what a run has changed is in the rows after it, without any save',
  ).toEqual(['gimbap Gimbap 3000', 'stew Kimchi stew 8500', 'tea Barley tea 2000']);
});

it('makes a change of the service part of the run around it', () => {
  const { products, productService, unitOfWork, rows } = open();
  let price: number | undefined;

  accepts(() =>
    unitOfWork.run(() => {
      const stew = products.findById('stew')!;
      productService.changePrice('gimbap', 3000);
      stew.changePrice(8500);
      products.findById('tea')!.changePrice(2500);
      price = products.findById('tea')!.price;
    }),
  );

  expect(
    price,
    'Within a run a product is one object: loaded again, it has the price that it was given',
  ).toBe(2500);
  expect(
    rows(),
    'The outer run goes on after the service is done. At its end, everything that changed in it is written',
  ).toEqual(['gimbap Gimbap 3000', 'stew Kimchi stew 8500', 'tea Barley tea 2500']);
});

/** A product in nobody's hands but ours: no service, no repository. */
function gimbapFor(price: number): Product {
  return new Product('gimbap', 'Gimbap', price, eventFactory(fixedClock(0), sequentialIds()));
}

/** A kitchen with three products, and somebody who listens. */
function open() {
  const database = inMemoryDatabase();
  const table = database.table<ProductRow>('products');
  table.put({ id: 'gimbap', name: 'Gimbap', price: 4000 });
  table.put({ id: 'stew', name: 'Kimchi stew', price: 8000 });
  table.put({ id: 'tea', name: 'Barley tea', price: 2000 });

  const publisher = eventPublisher<ProductPriceChanged>();
  const events = collectEvents(publisher, 'ProductPriceChanged');
  const rowsWhenHeard: string[][] = [];
  publisher.subscribe('ProductPriceChanged', () => {
    rowsWhenHeard.push(table.find(() => true).map(rowText));
  });

  const { productService, ...parts } = kitchen(
    database,
    publisher,
    eventFactory(fixedClock(0), sequentialIds()),
  );
  return {
    ...parts,
    productService: {
      changePrice: (id: string, price: number) =>
        during({ kind: 'command', place: 'caller', label: 'ChangePrice', payload: { id, price } }, () =>
          productService.changePrice(id, price),
        ),
    },
    rows: () => database.committed<ProductRow>('products').map(rowText),
    heard: () => events.map(textOf),
    rowsWhenHeard,
  };
}

const rowText = ({ id, name, price }: ProductRow): string => `${id} ${name} ${price}`;

const textOf = ({ data }: ProductPriceChanged): string => `${data.productId} ${data.from} → ${data.to}`;

function isHeard(heard: readonly string[]): void {
  expect(
    heard,
    'The row has its new price, but nobody heard of it: the event waits in the product, and nothing publishes it',
  ).not.toEqual([]);
}

function accepts(change: () => void): void {
  expect(attempt(change), 'The product is there and the price is fine: this has to go through').toBe(
    'accepted',
  );
}

/** Silence is no refusal as long as nobody is ever heard. */
function stillWorks(
  productService: { changePrice(id: string, price: number): void },
  heard: () => readonly string[],
): void {
  accepts(() => productService.changePrice('gimbap', 3900));
  expect(heard(), 'Afterwards one real change was made: exactly that one is heard').toEqual([
    'gimbap 4000 → 3900',
  ]);
}

function attempt(change: () => void): string {
  try {
    change();
    return 'accepted';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
