/** Haru Kitchen’s products and menus in a database, and two policies about them. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  transactionManager,
  type DomainEvent,
  type EventPublisher,
  type Table,
} from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; from: number; to: number }
>;

export type ProductRow = { id: string; price: number };
export type MenuRow = { id: string; price: number; isDisplayed: boolean; products: string[] };

// #region policies
type Policy = (menu: MenuRow, cost: number) => MenuRow;

/** The kitchen of the class: a menu that is dearer than its parts leaves the board. */
export const hide: Policy = (menu, cost) => ({
  ...menu,
  isDisplayed: menu.isDisplayed && menu.price <= cost,
});

/** The airport branch: a menu that is dearer than its parts becomes cheaper. */
export const reprice: Policy = (menu, cost) => ({ ...menu, price: Math.min(menu.price, cost) });
// #endregion policies

// #region procedural
export function changePrice(productId: string, price: number, { products, menus }: Tables): void {
  products.put({ id: productId, price });
  for (const menu of menus.find((row) => row.products.includes(productId))) {
    const cost = menu.products.reduce((sum, id) => sum + priceOf(products, id), 0);
    if (menu.price > cost) menus.put({ ...menu, isDisplayed: false });
  }
}
// #endregion procedural

export type Tables = Readonly<{ products: Table<ProductRow>; menus: Table<MenuRow> }>;

export function priceOf(products: Table<ProductRow>, id: string): number {
  const product = products.get(id);
  if (!product) throw new Error(`There is no product ${id}.`);
  return product.price;
}

/** Three menus with rice. The third contains a product that somebody has deleted. */
export function board() {
  const database = inMemoryDatabase();
  const products = database.table<ProductRow>('products');
  const menus = database.table<MenuRow>('menus');
  products.put({ id: 'rice', price: 1_000 });
  products.put({ id: 'stew', price: 8_000 });
  menus.put({ id: 'stew-set', price: 9_000, isDisplayed: true, products: ['rice', 'stew'] });
  menus.put({ id: 'two-rice', price: 2_000, isDisplayed: true, products: ['rice', 'rice'] });
  menus.put({ id: 'winter-set', price: 9_500, isDisplayed: true, products: ['rice', 'oden'] });
  const publisher: EventPublisher<ProductPriceChanged> = eventPublisher();
  return {
    database,
    products,
    menus,
    publisher,
    transactions: transactionManager(database),
    event: eventFactory(fixedClock(0), sequentialIds()),
    rice: () => database.committed<ProductRow>('products').find(({ id }) => id === 'rice')!.price,
    hidden: () => database.committed<MenuRow>('menus').filter(({ isDisplayed }) => !isDisplayed).length,
  };
}

/** The same board; in a timeline its listeners have the lane `MenuPolicy`. */
export const withNamedPolicy = (kitchen: ReturnType<typeof board>): ReturnType<typeof board> => ({
  ...kitchen,
  publisher: {
    ...kitchen.publisher,
    subscribe: (type, listener) => kitchen.publisher.subscribe(type, listener, { id: 'MenuPolicy' }),
  },
});
