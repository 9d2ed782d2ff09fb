import type { Database, TransactionManager } from 'past-tense';
import type { ProductEvent } from './events.ts';

/** What the app knows of a product. `price` null: it is sold no more. */
type KnownProduct = { id: string; price: number | null };

/** The sets of the delivery app, in the table `menus`. A set costs what its parts cost. */
export function appMenus(database: Database, transactions: TransactionManager) {
  const products = database.table<KnownProduct>('known_products');

  return {
    /** Hears what happened to a product: late, perhaps twice, and in any order. */
    on(event: ProductEvent): void {
      transactions.execute(() => {
        const price = event.type === 'ProductPriceChanged' ? event.data.price : null;
        products.put({ id: event.data.productId, price });
      });
    },
  };
}
