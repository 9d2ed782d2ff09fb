import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuEvent } from './events.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

/** A menu on the board. */
export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  readonly lines: readonly MenuLine[];
  #price: number;
  #isDisplayed: boolean;
  readonly #event: EventFactory;

  constructor(row: MenuRow, event: EventFactory) {
    super();
    this.id = row.id;
    this.lines = row.lines;
    this.#price = row.price;
    this.#isDisplayed = row.isDisplayed;
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  get isDisplayed(): boolean {
    return this.#isDisplayed;
  }

  /** What the parts cost, told what each product costs. */
  cost(priceOf: (productId: string) => number): number {
    return this.lines.reduce((sum, { productId, quantity }) => sum + priceOf(productId) * quantity, 0);
  }

  /** Told what the parts cost, a menu that is dearer hides. */
  review(cost: number): void {
    if (!this.#isDisplayed || this.#price <= cost) return;
    this.#isDisplayed = false;
    this.registerEvent(this.#event('MenuHidden', { menuId: this.id, cost }));
  }

  /** Told what the parts cost, a menu that is dearer becomes as cheap as they are. */
  reprice(cost: number): void {
    if (this.#price === cost) return;
    const from = this.#price;
    this.#price = cost;
    this.registerEvent(this.#event('MenuRepriced', { menuId: this.id, from, to: cost }));
  }
}
