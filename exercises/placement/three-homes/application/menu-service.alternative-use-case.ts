import type { TransactionManager } from 'past-tense';
import type { ProductPriceChanged } from '../domain/events.ts';
import { costOf } from '../domain/menu-pricing.ts';
import type { Menus, Prices } from '../menus.ts';

type Parts = { menus: Menus; prices: Prices; transactions: TransactionManager };

/** One use case, “review these menus”. The listener and the clerk each say which. */
export class MenuService {
  constructor(private readonly parts: Parts) {}

  on({ data: { productId } }: ProductPriceChanged): void {
    this.#review(this.parts.menus.containing(productId).map(({ id }) => id));
  }

  reviewMenu(menuId: string): void {
    this.#review([menuId]);
  }

  #review(menuIds: readonly string[]): void {
    const { menus, prices, transactions } = this.parts;
    transactions.execute(() => {
      for (const menuId of menuIds) {
        const menu = menus.findById(menuId);
        if (menu === undefined) throw new Error(`No menu is called ${menuId}.`);
        menu.review(costOf(menu.lines, prices));
        if (menu.domainEvents().length > 0) menus.save(menu);
      }
    });
  }
}
