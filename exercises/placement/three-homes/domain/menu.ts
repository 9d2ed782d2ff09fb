import type { Prices, Publisher } from '../menus.ts';
import { AggregateRoot, type EventFactory } from './aggregate-root.ts';
import type { MenuHidden } from './events.ts';
import { costOf } from './menu-pricing.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

/** The first home: the menu listens itself. */
export class Menu extends AggregateRoot<MenuHidden> {
  readonly id: string;
  readonly price: number;
  readonly lines: readonly MenuLine[];
  #isDisplayed: boolean;
  readonly #event: EventFactory;

  constructor(row: MenuRow, event: EventFactory, around?: Around) {
    super();
    this.id = row.id;
    this.price = row.price;
    this.lines = row.lines;
    this.#isDisplayed = row.isDisplayed;
    this.#event = event;
    around?.publisher.subscribe('ProductPriceChanged', () => {
      const cost = costOf(this.lines, around.prices);
      if (this.price > cost) this.hide(cost);
      around.save();
    });
  }

  get isDisplayed(): boolean {
    return this.#isDisplayed;
  }

  /** The one place of the rule. Nobody has written it yet. */
  review(_cost: number): void {}

  hide(cost: number): void {
    this.#isDisplayed = false;
    this.registerEvent(this.#event('MenuHidden', { menuId: this.id, cost }));
  }
}

type Around = { publisher: Publisher; prices: Prices; save: () => void };
