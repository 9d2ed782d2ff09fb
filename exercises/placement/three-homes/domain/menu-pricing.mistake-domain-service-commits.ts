import type { TransactionManager } from 'past-tense';
import type { Menus, Prices } from '../menus.ts';
import type { ProductPriceChanged } from './events.ts';
import type { MenuLine } from './menu-row.ts';

/** Finds, asks, saves, commits. */
export class MenuPricing {
  readonly #menus: Menus;
  readonly #prices: Prices;
  readonly #transactions: TransactionManager;

  constructor({ menus, prices, transactions }: Parts) {
    this.#menus = menus;
    this.#prices = prices;
    this.#transactions = transactions;
  }

  check({ data }: ProductPriceChanged): void {
    const priceOf = (id: string): number => (id === data.productId ? data.to : this.#prices(id));
    this.#transactions.execute(
      () => {
        for (const menu of this.#menus.containing(data.productId)) {
          menu.review(costOf(menu.lines, priceOf));
          this.#menus.save(menu);
        }
      },
      { propagation: 'REQUIRES_NEW' },
    );
  }
}

/** What these lines cost together, told what each product costs. */
export function costOf(lines: readonly MenuLine[], priceOf: (productId: string) => number): number {
  return lines.reduce((cost, { productId, quantity }) => cost + priceOf(productId) * quantity, 0);
}

type Parts = { menus: Menus; prices: Prices; transactions: TransactionManager };
