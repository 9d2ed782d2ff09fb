import {
  publishingRepository,
  tableRepository,
  transactionManager,
  type Database,
  type EventFactory,
  type EventPublisher,
  type Repository,
} from 'past-tense';
import type { PriceEvent } from './events.ts';
import { Menu } from './menu.ts';
import { followEachOther } from './policies.ts';
import { Product } from './product.ts';

export type PriceRow = { id: string; price: number };

/** Price list and menu card, put together. */
export function kitchen(database: Database, publisher: EventPublisher<PriceEvent>, event: EventFactory) {
  const transactions = transactionManager(database);
  const toRow = ({ id, price }: Product | Menu): PriceRow => ({ id, price });
  const products = publishingRepository<Product, PriceEvent>(
    tableRepository({
      table: database.table<PriceRow>('products'),
      toRow,
      fromRow: ({ id, price }) => new Product(id, price, event),
    }),
    publisher,
  );
  const menus = publishingRepository<Menu, PriceEvent>(
    tableRepository({
      table: database.table<PriceRow>('menus'),
      toRow,
      fromRow: ({ id, price }) => new Menu(id, price, event),
    }),
    publisher,
  );
  followEachOther({ publisher, products, menus });

  return {
    transactions,
    changeProductPrice: (id: string, price: number): void => change(products, id, price),
    changeMenuPrice: (id: string, price: number): void => change(menus, id, price),
  };

  function change<A extends Product | Menu>(all: Repository<A>, id: string, price: number): void {
    transactions.execute(() => {
      const one = all.findById(id);
      if (!one) throw new Error(`There is no ${id}.`);
      one.changePrice(price, null);
      all.save(one);
    });
  }
}
