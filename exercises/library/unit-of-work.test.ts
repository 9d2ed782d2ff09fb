import { expect, it } from 'vitest';
import {
  AggregateRoot,
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  transactionManager,
  unitOfWork,
  type DomainEvent,
} from './index.ts';
import { collectEvents, fixedClock, sequentialIds } from './testing.ts';

type PriceChanged = DomainEvent<'PriceChanged', { productId: string; price: number }>;

const event = eventFactory(fixedClock(0), sequentialIds());

class Product extends AggregateRoot<PriceChanged> {
  readonly id: string;
  price: number;

  constructor(id: string, price: number) {
    super();
    this.id = id;
    this.price = price;
  }

  changePrice(price: number): void {
    this.price = price;
    this.registerEvent(event('PriceChanged', { productId: this.id, price }));
  }
}

function kitchen() {
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const publisher = eventPublisher<PriceChanged>();
  const stored = tableRepository({
    table: database.table<{ id: string; price: number }>('products'),
    toRow: ({ id, price }: Product) => ({ id, price }),
    fromRow: ({ id, price }) => new Product(id, price),
  });
  const products = publishingRepository(stored, publisher);
  const work = unitOfWork(transactions, products);
  stored.saveAll([new Product('p-1', 100), new Product('p-2', 200)]);
  return {
    transactions,
    publisher,
    stored,
    products,
    work,
    heard: collectEvents(publisher, 'PriceChanged'),
    prices: () => database.committed<{ id: string; price: number }>('products').map(({ price }) => price),
    load(id: string): Product {
      const product = products.findById(id)!;
      work.track(product);
      return product;
    },
  };
}

it('saves what was tracked and publishes its events, without a call of save', () => {
  const { work, load, prices, heard } = kitchen();

  const result = work.run(() => {
    load('p-1').changePrice(150);
    expect(heard, 'not before the end').toEqual([]);
    return 'done';
  });

  expect(result).toBe('done');
  expect(prices()).toEqual([150, 200]);
  expect(heard).toMatchObject([{ data: { productId: 'p-1', price: 150 } }]);
});

it('publishes before the commit: a listener that throws undoes the change', () => {
  const { work, load, publisher, prices, transactions } = kitchen();
  publisher.subscribe('PriceChanged', () => {
    expect(transactions.isSynchronizationActive()).toBe(true);
    expect(prices()).toEqual([100, 200]);
    throw new Error('no ears');
  });

  expect(() => work.run(() => load('p-1').changePrice(150))).toThrow('no ears');

  expect(prices()).toEqual([100, 200]);
});

it('publishes once what was tracked and saved as well', () => {
  const { work, load, products, heard } = kitchen();

  work.run(() => {
    const product = load('p-1');
    product.changePrice(150);
    products.save(product);
  });

  expect(heard).toHaveLength(1);
});

it('saves in the order of tracking, an aggregate that was tracked twice once', () => {
  const { work, load, heard } = kitchen();

  work.run(() => {
    const first = load('p-2');
    const second = load('p-1');
    second.changePrice(1);
    first.changePrice(2);
    work.track(first);
  });

  expect(heard.map(({ data }) => data.productId)).toEqual(['p-2', 'p-1']);
});

it('saves what a listener tracks or changes, in the same transaction', () => {
  const { work, load, publisher, prices, heard } = kitchen();
  let second: Product;
  publisher.subscribe('PriceChanged', ({ data }) => {
    if (data.productId === 'p-1') second.changePrice(data.price * 2);
  });

  work.run(() => {
    second = load('p-2');
    load('p-1').changePrice(150);
  });

  expect(prices()).toEqual([150, 300]);
  expect(heard.map(({ data }) => data.price)).toEqual([150, 300]);
});

it('saves what a listener changed without news', () => {
  const { work, load, publisher, prices } = kitchen();
  let second: Product;
  publisher.subscribe('PriceChanged', () => {
    second.price = 0;
  });

  work.run(() => {
    second = load('p-2');
    load('p-1').changePrice(150);
  });

  expect(prices()).toEqual([150, 0]);
});

it('saves nothing when the work throws, and begins the next run with nothing tracked', () => {
  const { work, load, prices, heard } = kitchen();

  expect(() =>
    work.run(() => {
      load('p-1').changePrice(150);
      throw new Error('second thoughts');
    }),
  ).toThrow('second thoughts');
  expect(() => load('p-1')).toThrow('outside of run');
  work.run(() => load('p-2').changePrice(250));

  expect(prices()).toEqual([100, 250]);
  expect(heard).toHaveLength(1);
});

it('saves at the end of the outer run', () => {
  const { work, load, heard } = kitchen();

  work.run(() => {
    work.run(() => load('p-1').changePrice(150));
    expect(heard).toEqual([]);
    load('p-2').changePrice(250);
  });

  expect(heard).toHaveLength(2);
});

it('saves at the end of the outer run what an inner one tracked in a transaction of its own', () => {
  const { transactions, work, load, prices } = kitchen();
  const inner = () => work.run(() => load('p-1').changePrice(150));

  expect(() =>
    work.run(() => {
      transactions.execute(inner, { propagation: 'REQUIRES_NEW' });
      expect(prices()).toEqual([100, 200]);
      throw new Error('second thoughts');
    }),
  ).toThrow('second thoughts');
  expect(prices()).toEqual([100, 200]);
});

it('saves by itself what is run at the end of the transaction of another run', () => {
  const { transactions, work, load, publisher, prices } = kitchen();
  publisher.subscribe('PriceChanged', ({ data: { productId, price } }) => {
    if (productId !== 'p-1') return;
    const changeOther = () => work.run(() => load('p-2').changePrice(price * 2));
    transactions.registerSynchronization({
      beforeCommit: price === 150 ? changeOther : () => undefined,
      afterCompletion() {
        if (price === 160) transactions.execute(changeOther, { propagation: 'REQUIRES_NEW' });
      },
    });
  });

  work.run(() => load('p-1').changePrice(150));
  expect(prices(), 'beforeCommit').toEqual([150, 300]);
  work.run(() => load('p-1').changePrice(160));
  expect(prices(), 'afterCompletion').toEqual([160, 320]);
});

it('does not take an aggregate that nobody would save', () => {
  expect(() => kitchen().load('p-1')).toThrow('track(p-1) outside of run');
});

it('ends with an error when listeners answer each other for ever', () => {
  const { work, load, publisher } = kitchen();
  let both: Product[] = [];
  publisher.subscribe('PriceChanged', ({ data }) => {
    both.find(({ id }) => id !== data.productId)!.changePrice(data.price + 1);
  });

  expect(() =>
    work.run(() => {
      both = [load('p-1'), load('p-2')];
      both[1]!.changePrice(150);
    }),
  ).toThrow(/After 100 rounds of saving there is still news: PriceChanged of p-1\./);
});

it('ends with an error when the repository does not publish', () => {
  const { transactions, stored } = kitchen();
  const work = unitOfWork(transactions, stored);

  expect(() =>
    work.run(() => {
      const product = stored.findById('p-1')!;
      work.track(product);
      product.changePrice(150);
    }),
  ).toThrow('or the repository does not publish');
});
