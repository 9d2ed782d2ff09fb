import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuEvent } from './events.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

/** The state is one value; a change replaces it. */
export class Menu extends AggregateRoot<MenuEvent> {
  #state: Readonly<MenuRow>;

  constructor(
    row: MenuRow,
    private readonly event: EventFactory,
  ) {
    super();
    this.#state = row;
  }

  get id(): string {
    return this.#state.id;
  }

  get lines(): readonly MenuLine[] {
    return this.#state.lines;
  }

  get price(): number {
    return this.#state.price;
  }

  get isDisplayed(): boolean {
    return this.#state.isDisplayed;
  }

  cost(priceOf: (productId: string) => number): number {
    let won = 0;
    for (const line of this.lines) won += line.quantity * priceOf(line.productId);
    return won;
  }

  review(cost: number): void {
    const isDisplayed = this.isDisplayed && cost >= this.price;
    if (isDisplayed !== this.isDisplayed) {
      this.#become({ isDisplayed }, this.event('MenuHidden', { menuId: this.id, cost }));
    }
  }

  reprice(cost: number): void {
    const price = Math.min(this.price, cost);
    if (price !== this.price) {
      this.#become({ price }, this.event('MenuRepriced', { menuId: this.id, from: this.price, to: price }));
    }
  }

  #become(change: Partial<MenuRow>, event: MenuEvent): void {
    this.#state = { ...this.#state, ...change };
    this.registerEvent(event);
  }
}
