import { expect, it } from 'vitest';
import { AggregateRoot, eventFactory, inMemoryDatabase, tableRepository, type DomainEvent } from './index.ts';
import { fixedClock, sequentialIds } from './testing.ts';

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
  return {
    rows: () => database.committed('products'),
    products: tableRepository({
      table: database.table<{ id: string; price: number }>('products'),
      toRow: ({ id, price }: Product) => ({ id, price }),
      fromRow: ({ id, price }) => new Product(id, price),
    }),
  };
}

it('stores the state and neither stores nor touches pending events', () => {
  const { products, rows } = kitchen();
  const product = new Product('p-1', 8_000);
  product.changePrice(8_500);

  products.save(product);

  expect(rows()).toEqual([{ id: 'p-1', price: 8_500 }]);
  expect(product.domainEvents()).toHaveLength(1);
  expect(products.findById('p-1')!.domainEvents()).toEqual([]);
});

it('makes a new object each time: a change is stored by saving the object that has it', () => {
  const { products } = kitchen();
  products.save(new Product('p-1', 8_000));

  const loaded = products.findById('p-1')!;
  loaded.changePrice(8_500);
  expect(products.findById('p-1')!.price).toBe(8_000);

  products.save(loaded);
  expect(products.findById('p-1')!.price).toBe(8_500);
});

it('finds nothing where nothing is', () => {
  expect(kitchen().products.findById('p-1')).toBeUndefined();
});

it('saves whatever can be iterated, in order', () => {
  const { products, rows } = kitchen();
  function* two(): Generator<Product> {
    yield new Product('p-2', 2);
    yield new Product('p-1', 1);
  }

  products.saveAll(two());

  expect(rows()).toEqual([
    { id: 'p-2', price: 2 },
    { id: 'p-1', price: 1 },
  ]);
});

it('deletes by aggregate and by id, also what is not there', () => {
  const { products, rows } = kitchen();
  products.saveAll([new Product('p-1', 1), new Product('p-2', 2)]);

  products.delete(new Product('p-1', 0));
  products.deleteById('p-2');
  products.deleteById('p-3');

  expect(rows()).toEqual([]);
});
