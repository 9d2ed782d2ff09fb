import { describe, expect, it } from 'vitest';
import { inMemoryDatabase } from './index.ts';

type Product = { id: string; price: number; tags?: string[] };

function kitchen() {
  const database = inMemoryDatabase();
  return {
    database,
    products: database.table<Product>('products'),
    committed: () => database.committed<Product>('products'),
    prices: () => database.committed<Product>('products').map(({ id, price }) => `${id}:${price}`),
  };
}

describe('a table', () => {
  it('gives back what was put, replaces it by id, and forgets it', () => {
    const { products } = kitchen();

    products.put({ id: 'p-1', price: 8_000 });
    products.put({ id: 'p-1', price: 8_500 });
    expect(products.get('p-1')).toEqual({ id: 'p-1', price: 8_500 });

    products.delete('p-1');
    products.delete('p-1');
    expect(products.get('p-1')).toBeUndefined();
  });

  it('finds rows in the order in which they were first put', () => {
    const { products } = kitchen();
    for (const [id, price] of [
      ['p-1', 1],
      ['p-2', 2],
      ['p-3', 3],
      ['p-1', 4],
    ] as const) {
      products.put({ id, price });
    }

    expect(products.find(({ price }) => price !== 2)).toEqual([
      { id: 'p-1', price: 4 },
      { id: 'p-3', price: 3 },
    ]);
  });

  it('inserts a row only where none is', () => {
    const { products, prices } = kitchen();

    expect(products.insertIfAbsent({ id: 'p-1', price: 1 })).toBe(true);
    expect(products.insertIfAbsent({ id: 'p-1', price: 2 })).toBe(false);
    expect(prices()).toEqual(['p-1:1']);

    products.delete('p-1');
    expect(products.insertIfAbsent({ id: 'p-1', price: 3 })).toBe(true);
  });

  it('shares no object: neither the one that was put nor the ones that were read', () => {
    const { products, committed } = kitchen();
    const row = { id: 'p-1', price: 1, tags: ['hot'] };
    products.put(row);

    row.tags.push('changed outside');
    products.get('p-1')!.tags!.push('changed after get');
    products.find(() => true)[0]!.tags!.push('changed after find');
    committed()[0]!.tags!.push('changed after committed');
    products.find(({ tags }) => tags!.push('changed in the predicate') > 0);

    expect(products.get('p-1')).toEqual({ id: 'p-1', price: 1, tags: ['hot'] });
  });

  it('refuses a row that is no plain data, and says where', () => {
    const { database } = kitchen();
    const orders = database.table<{ id: string; at: unknown }>('orders');

    expect(() => orders.put({ id: 'o-1', at: new Date(0) })).toThrow(
      'orders[o-1].at is an object of class Date',
    );
    expect(orders.get('o-1')).toBeUndefined();
  });

  it('knows only the rows of its name', () => {
    const { database, products } = kitchen();
    products.put({ id: 'p-1', price: 1 });

    expect(database.table('menus').get('p-1')).toBeUndefined();
    expect(database.table<Product>('products').get('p-1')).toEqual({ id: 'p-1', price: 1 });
  });
});

describe('a transaction', () => {
  it('reads its own writes over what is committed, and shows them at its commit', () => {
    const { database, products, prices } = kitchen();
    products.put({ id: 'kept', price: 1 });
    products.put({ id: 'changed', price: 1 });
    products.put({ id: 'deleted', price: 1 });
    const connection = database.begin();

    connection.use(() => {
      products.put({ id: 'changed', price: 2 });
      products.delete('deleted');
      products.put({ id: 'added', price: 2 });
      expect(products.find(() => true).map(({ id, price }) => `${id}:${price}`)).toEqual([
        'kept:1',
        'changed:2',
        'added:2',
      ]);
      expect(products.get('deleted')).toBeUndefined();
      expect(products.insertIfAbsent({ id: 'deleted', price: 2 })).toBe(true);
      products.delete('deleted');
      expect(prices()).toEqual(['kept:1', 'changed:1', 'deleted:1']);
    });
    expect(products.get('changed'), 'outside').toEqual({ id: 'changed', price: 1 });

    connection.commit();
    expect(prices()).toEqual(['kept:1', 'changed:2', 'added:2']);
  });

  it('leaves nothing behind after a rollback', () => {
    const { database, products, prices } = kitchen();
    const connection = database.begin();
    connection.use(() => products.put({ id: 'p-1', price: 1 }));

    connection.rollback();
    expect(connection.use(() => products.get('p-1'))).toBeUndefined();
    connection.commit();
    expect(prices()).toEqual([]);
  });

  it('loses what is written after its end', () => {
    const { database, products, prices } = kitchen();
    const connection = database.begin();
    connection.commit();

    connection.use(() => products.put({ id: 'p-1', price: 1 }));

    expect(prices()).toEqual([]);
    expect(products.get('p-1')).toBeUndefined();
  });

  it('reads what is committed after its end, not what it staged once', () => {
    const { database, products } = kitchen();
    const connection = database.begin();
    connection.use(() => products.put({ id: 'p-1', price: 1 }));
    connection.commit();

    products.put({ id: 'p-1', price: 2 });

    expect(connection.use(() => products.get('p-1')?.price)).toBe(2);
  });

  it('is left aside by work without a transaction, and current again after it', () => {
    const { database, products, prices } = kitchen();

    database.begin().use(() => {
      products.put({ id: 'staged', price: 1 });
      database.withoutTransaction(() => products.put({ id: 'direct', price: 1 }));
      expect(prices()).toEqual(['direct:1']);
      expect(products.get('staged')).toBeDefined();
    });
  });

  it('stops being current when its work throws', () => {
    const { database, products, prices } = kitchen();
    const failing = (): void =>
      database.begin().use(() => {
        throw new Error('down');
      });

    expect(failing).toThrow('down');
    products.put({ id: 'p-1', price: 1 });
    expect(prices()).toEqual(['p-1:1']);
  });

  it('of two that change one row, the last commit wins', () => {
    const { database, products, prices } = kitchen();
    const [first, second] = [database.begin(), database.begin()];
    first.use(() => products.put({ id: 'p-1', price: 1 }));
    second.use(() => products.put({ id: 'p-1', price: 2 }));

    second.commit();
    first.commit();

    expect(prices()).toEqual(['p-1:1']);
  });
});
