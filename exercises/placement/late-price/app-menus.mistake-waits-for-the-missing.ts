import type { Database, TransactionManager } from 'past-tense';
import type { ProductEvent } from './events.ts';
import type { MenuRow } from './rows.ts';

type KnownProduct = { id: string; price: number | null; version: number };
type Waiting = { id: string; event: ProductEvent };

export function appMenus(database: Database, transactions: TransactionManager) {
  const products = database.table<KnownProduct>('known_products');
  const waiting = database.table<Waiting>('waiting_events');
  const menus = database.table<MenuRow>('menus');

  return {
    on(event: ProductEvent): void {
      transactions.execute(() => {
        const { productId } = event.data;
        waiting.put({ id: `${productId} ${event.data.version}`, event });
        for (;;) {
          const version = (products.get(productId)?.version ?? 0) + 1;
          const next = waiting.get(`${productId} ${version}`);
          if (!next) break;
          waiting.delete(next.id);
          handle(next.event);
        }
      });
    },
  };

  function handle(event: ProductEvent): void {
    const { productId, version } = event.data;
    const price = event.type === 'ProductPriceChanged' ? event.data.price : null;
    products.put({ id: productId, price, version });
    for (const menu of menus.find(({ lines }) => lines.some((line) => line.productId === productId))) {
      menus.put({ ...menu, price: costOf(menu) });
    }
  }

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
