import {
  publishingRepository,
  tableRepository,
  type Database,
  type EventPublisher,
  type Repository,
} from 'past-tense';
import type { MenuHidden, ProductPriceChanged } from './domain/events.ts';
import type { MenuRow } from './domain/menu-row.ts';
import type { Menu } from './domain/menu.ts';

export type Publisher = EventPublisher<ProductPriceChanged | MenuHidden>;

/** Where menus are kept. Saving one publishes its events. */
export type Menus = Repository<Menu> & { containing(productId: string): Menu[] };

/** What a product costs now, in won. */
export type Prices = (productId: string) => number;

export function menuRepository(
  database: Database,
  publisher: Publisher,
  fromRow: (row: MenuRow) => Menu,
): Menus {
  const table = database.table<MenuRow>('menus');
  const toRow = ({ id, price, isDisplayed, lines }: Menu): MenuRow => ({
    id,
    price,
    isDisplayed,
    lines: [...lines],
  });
  const contains = (productId: string) => (row: MenuRow) =>
    row.lines.some((line) => line.productId === productId);
  return {
    ...publishingRepository(tableRepository({ table, toRow, fromRow }), publisher),
    containing: (productId) => table.find(contains(productId)).map(fromRow),
  };
}

export function productPrices(database: Database): Prices {
  const table = database.table<{ id: string; price: number }>('products');
  return (productId) => {
    const product = table.get(productId);
    if (!product) throw new Error(`There is no product ${productId}.`);
    return product.price;
  };
}
