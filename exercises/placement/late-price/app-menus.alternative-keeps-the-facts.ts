import type { Database, TransactionManager } from 'past-tense';
import type { ProductEvent } from './events.ts';
import type { MenuRow } from './rows.ts';

/** A fact that was heard, under an id that is the same for each repetition. */
type Heard = { id: string; productId: string; version: number; price: number | null };

/** Keeps every fact, and works out the menus from the newest of each product. */
export function appMenus(database: Database, transactions: TransactionManager) {
  const heard = database.table<Heard>('heard_prices');
  const menus = database.table<MenuRow>('menus');

  const newestOf = (productId: string): Heard | undefined =>
    heard
      .find((fact) => fact.productId === productId)
      .toSorted((a, b) => a.version - b.version)
      .at(-1);

  const priceOf = ({ lines }: MenuRow): number | null => {
    const prices = lines.map(({ productId, quantity }) => {
      const price = newestOf(productId)?.price;
      return typeof price === 'number' ? price * quantity : undefined;
    });
    return prices.includes(undefined) ? null : prices.reduce<number>((sum, won) => sum + won!, 0);
  };

  return {
    on(event: ProductEvent): void {
      const { productId, version } = event.data;
      transactions.execute(() => {
        const price = event.type === 'ProductPriceChanged' ? event.data.price : null;
        if (!heard.insertIfAbsent({ id: `${productId} ${version}`, productId, version, price })) return;
        for (const menu of menus.find(({ lines }) => lines.some((line) => line.productId === productId))) {
          menus.put({ ...menu, price: priceOf(menu) });
        }
      });
    },
  };
}
