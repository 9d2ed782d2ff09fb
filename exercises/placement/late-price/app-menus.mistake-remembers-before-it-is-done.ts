import type { Database, TransactionManager } from 'past-tense';
import type { ProductEvent } from './events.ts';
import type { MenuRow } from './rows.ts';

/** What the app knows of a product, and up to which version. `price` null: it is sold no more. */
type KnownProduct = { id: string; price: number | null; version: number };

/** The sets of the delivery app. A set costs what its parts cost. */
export function appMenus(database: Database, _transactions: TransactionManager) {
  const products = database.table<KnownProduct>('known_products');
  const menus = database.table<MenuRow>('menus');

  return {
    /** Hears what happened to a product: late, perhaps twice, and in any order. */
    on(event: ProductEvent): void {
      const { productId, version } = event.data;
      if (version <= (products.get(productId)?.version ?? 0)) return;
      const price = event.type === 'ProductPriceChanged' ? event.data.price : null;
      products.put({ id: productId, price, version });
      for (const menu of menus.find(({ lines }) => lines.some((line) => line.productId === productId))) {
        menus.put({ ...menu, price: costOf(menu) });
      }
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
