/** The application: one reaction to an event and one command of a clerk, and both ask the menu. */
import type { EventPublisher, Repository, TransactionManager } from 'past-tense';
import type { Menu, MenuHidden, ProductPriceChanged } from './menu.program.ts';

export type Menus = Repository<Menu> & { containing(productId: string): Menu[] };
export type Prices = { of(productId: string): number };

// #region service
export class MenuService {
  constructor(
    private readonly menus: Menus,
    private readonly prices: Prices,
    private readonly transactions: TransactionManager,
  ) {}

  /** Whenever a product's price changed, review the menus that contain it. */
  on({ data }: ProductPriceChanged): void {
    for (const menu of this.menus.containing(data.productId)) this.#review(menu);
  }

  /** The clerk’s button “check this menu”. */
  reviewMenu(menuId: string): void {
    this.transactions.execute(() => {
      const menu = this.menus.findById(menuId);
      if (!menu) throw new Error(`There is no menu ${menuId}.`);
      this.#review(menu);
    });
  }

  #review(menu: Menu): void {
    menu.review(menu.cost((productId) => this.prices.of(productId)));
    this.menus.save(menu);
  }
}
// #endregion service

// #region wiring
export function listen(
  publisher: EventPublisher<ProductPriceChanged | MenuHidden>,
  service: MenuService,
): void {
  publisher.subscribe('ProductPriceChanged', (event) => service.on(event));
}
// #endregion wiring
