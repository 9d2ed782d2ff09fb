import type { Prices, Publisher } from '../menus.ts';
import { AggregateRoot, type EventFactory } from './aggregate-root.ts';
import type { MenuHidden } from './events.ts';
import { costOf } from './menu-pricing.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

/** A menu on the board. It decides whether it may stay there. */
export class Menu extends AggregateRoot<MenuHidden> {
  readonly id: string;
  readonly price: number;
  readonly lines: readonly MenuLine[];
  #isDisplayed: boolean;
  readonly #event: EventFactory;

  constructor(
    row: MenuRow,
    event: EventFactory,
    around?: { publisher: Publisher; prices: Prices; save: () => void },
  ) {
    super();
    this.id = row.id;
    this.price = row.price;
    this.lines = row.lines;
    this.#isDisplayed = row.isDisplayed;
    this.#event = event;
    around?.publisher.subscribe('ProductPriceChanged', () => {
      this.review(costOf(this.lines, around.prices));
      around.save();
    });
  }

  get isDisplayed(): boolean {
    return this.#isDisplayed;
  }

  /** Told what its parts cost, a menu that is dearer hides. */
  review(cost: number): void {
    if (!this.#isDisplayed || this.price <= cost) return;
    this.#isDisplayed = false;
    this.registerEvent(this.#event('MenuHidden', { menuId: this.id, cost }));
  }
}
