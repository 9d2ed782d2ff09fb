import {
  publishingRepository,
  tableRepository,
  type Database,
  type EventFactory,
  type EventPublisher,
  type Repository,
} from 'past-tense';
import type { MenuEvent, ProductPriceChanged } from './events.ts';
import type { MenuRow } from './menu-row.ts';
import { Menu } from './menu.ts';

export type Publisher = EventPublisher<ProductPriceChanged | MenuEvent>;

/** Where menus are kept. Saving one publishes its events. */
export type Menus = Repository<Menu> & {
  containing(productId: string): Menu[];
  all(): Menu[];
};

export function menuRepository(database: Database, publisher: Publisher, event: EventFactory): Menus {
  const table = database.table<MenuRow>('menus');
  const fromRow = (row: MenuRow): Menu => new Menu(row, event);
  const toRow = ({ id, price, isDisplayed, lines }: Menu): MenuRow => ({
    id,
    price,
    isDisplayed,
    lines: [...lines],
  });
  return {
    ...publishingRepository(tableRepository({ table, toRow, fromRow }), publisher),
    containing: (productId) =>
      table.find(({ lines }) => lines.some((line) => line.productId === productId)).map(fromRow),
    all: () => table.find(() => true).map(fromRow),
  };
}
