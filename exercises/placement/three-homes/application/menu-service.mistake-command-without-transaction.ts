import type { TransactionManager } from 'past-tense';
import type { ProductPriceChanged } from '../domain/events.ts';
import { costOf } from '../domain/menu-pricing.ts';
import type { Menu } from '../domain/menu.ts';
import type { Menus, Prices } from '../menus.ts';

/** Finds the menus and saves them. What becomes of a menu, the menu says. */
export class MenuService {
  readonly #menus: Menus;
  readonly #prices: Prices;

  constructor({ menus, prices }: Parts) {
    this.#menus = menus;
    this.#prices = prices;
  }

  /** Listens to the products, in their transaction. */
  on({ data }: ProductPriceChanged): void {
    for (const menu of this.#menus.containing(data.productId)) this.#review(menu);
  }

  /** The clerk's button “check this menu”. */
  reviewMenu(menuId: string): void {
    const menu = this.#menus.findById(menuId);
    if (!menu) throw new Error(`There is no menu ${menuId}.`);
    this.#review(menu);
  }

  #review(menu: Menu): void {
    menu.review(costOf(menu.lines, this.#prices));
    this.#menus.save(menu);
  }
}

type Parts = { menus: Menus; prices: Prices; transactions: TransactionManager };
