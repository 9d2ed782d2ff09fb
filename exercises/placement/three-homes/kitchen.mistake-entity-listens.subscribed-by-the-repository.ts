import type { Database, EventFactory, TransactionManager } from 'past-tense';
import { MenuService } from './application/menu-service.ts';
import { costOf } from './domain/menu-pricing.ts';
import { Menu } from './domain/menu.ts';
import { menuRepository, productPrices, type Menus, type Publisher } from './menus.ts';

export type Parts = {
  database: Database;
  transactions: TransactionManager;
  publisher: Publisher;
  event: EventFactory;
};

/** The parts of the menu board, put together. */
export function kitchen({ database, transactions, publisher, event }: Parts) {
  const prices = productPrices(database);
  const menus: Menus = menuRepository(database, publisher, (row) => {
    const menu = new Menu(row, event);
    publisher.subscribe('ProductPriceChanged', () => {
      menu.review(costOf(menu.lines, prices));
      menus.save(menu);
    });
    return menu;
  });
  const service = new MenuService({ menus, prices, transactions });

  return { menus, reviewMenu: (menuId: string): void => service.reviewMenu(menuId) };
}
