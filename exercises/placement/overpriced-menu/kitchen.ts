import {
  publishingRepository,
  tableRepository,
  type Database,
  type EventFactory,
  type TransactionManager,
} from 'past-tense';
import { menuRepository, type Publisher } from './menus.ts';
import { hideOverpricedMenus, repriceOverpricedMenus } from './policies.ts';
import { ProductService } from './product-service.ts';
import { Product } from './product.ts';

export type ProductRow = { id: string; price: number };

export type Parts = {
  database: Database;
  transactions: TransactionManager;
  publisher: Publisher;
  event: EventFactory;
  /** Which policy this branch has. */
  policy: 'hide' | 'reprice';
};

/** A branch of Haru Kitchen, put together. */
export function kitchen({ database, transactions, publisher, event, policy }: Parts) {
  const table = database.table<ProductRow>('products');
  const rows = tableRepository({
    table,
    toRow: ({ id, price }: Product) => ({ id, price }),
    fromRow: ({ id, price }) => new Product(id, price, event),
  });
  const priceOf = (productId: string): number => {
    const product = table.get(productId);
    if (!product) throw new Error(`There is no product ${productId}.`);
    return product.price;
  };

  const parts = { menus: menuRepository(database, publisher, event), priceOf };
  const react = policy === 'hide' ? hideOverpricedMenus(parts) : repriceOverpricedMenus(parts);
  publisher.subscribe('ProductPriceChanged', react);

  return new ProductService(publishingRepository(rows, publisher), transactions);
}
