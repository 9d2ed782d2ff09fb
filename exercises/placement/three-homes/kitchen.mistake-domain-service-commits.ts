import type { Database, EventFactory, TransactionManager } from 'past-tense';
import { MenuService } from './application/menu-service.ts';
import { MenuPricing } from './domain/menu-pricing.ts';
import { Menu } from './domain/menu.ts';
import { menuRepository, productPrices, type Publisher } from './menus.ts';

export type Parts = {
  database: Database;
  transactions: TransactionManager;
  publisher: Publisher;
  event: EventFactory;
};

/** The parts of the menu board, put together. */
export function kitchen({ database, transactions, publisher, event }: Parts) {
  const prices = productPrices(database);
  const menus = menuRepository(database, publisher, (row) => new Menu(row, event));
  const pricing = new MenuPricing({ menus, prices, transactions });
  const service = new MenuService({ menus, prices, transactions });

  publisher.subscribe('ProductPriceChanged', (changed) => pricing.check(changed));

  return { menus, reviewMenu: (menuId: string): void => service.reviewMenu(menuId) };
}
