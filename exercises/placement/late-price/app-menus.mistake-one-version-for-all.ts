import type { Database, TransactionManager } from 'past-tense';
import type { ProductEvent } from './events.ts';
import type { MenuRow } from './rows.ts';

/** What the app knows of a product. `price` null: it is sold no more. */
type KnownProduct = { id: string; price: number | null };
type Newest = { id: string; version: number };

/** The sets of the delivery app. A set costs what its parts cost. */
export function appMenus(database: Database, transactions: TransactionManager) {
  const products = database.table<KnownProduct>('known_products');
  const newest = database.table<Newest>('newest_version');
  const menus = database.table<MenuRow>('menus');

  return {
    /** Hears what happened to a product: late, perhaps twice, and in any order. */
    on(event: ProductEvent): void {
      transactions.execute(() => {
        const { productId, version } = event.data;
        if (version <= (newest.get('products')?.version ?? 0)) return;
        newest.put({ id: 'products', version });
        const price = event.type === 'ProductPriceChanged' ? event.data.price : null;
        products.put({ id: productId, price });
        for (const menu of menus.find(({ lines }) => lines.some((line) => line.productId === productId))) {
          menus.put({ ...menu, price: costOf(menu) });
        }
      });
    },
  };

  function costOf({ lines }: MenuRow): number | null {
    let cost = 0;
    for (const { productId, quantity } of lines) {
      const price = products.get(productId)?.price ?? null;
      if (price === null) return null;
      cost += price * quantity;
    }
    return cost;
  }
}
