import type { Database, EventFactory, TransactionManager } from 'past-tense';
import { MenuService } from './application/menu-service.ts';
import { MenuPricing } from './domain/menu-pricing.ts';
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
    const menu: Menu = new Menu(row, event, { publisher, prices, save: () => menus.save(menu) });
    return menu;
  });
  const pricing = new MenuPricing({ menus, prices, transactions });
  const service = new MenuService({ menus, prices, transactions });

  publisher.subscribe('ProductPriceChanged', (changed) => pricing.check(changed));
  publisher.subscribe('ProductPriceChanged', (changed) => service.on(changed));

  return { menus, reviewMenu: (menuId: string): void => service.reviewMenu(menuId) };
}
