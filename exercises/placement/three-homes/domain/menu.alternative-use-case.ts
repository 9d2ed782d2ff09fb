import { AggregateRoot, type EventFactory } from './aggregate-root.ts';
import type { MenuHidden } from './events.ts';
import type { MenuLine, MenuRow } from './menu-row.ts';

export class Menu extends AggregateRoot<MenuHidden> {
  readonly #row: MenuRow;
  readonly #event: EventFactory;

  constructor(row: MenuRow, event: EventFactory) {
    super();
    this.#row = structuredClone(row);
    this.#event = event;
  }

  get id(): string {
    return this.#row.id;
  }

  get price(): number {
    return this.#row.price;
  }

  get lines(): readonly MenuLine[] {
    return this.#row.lines;
  }

  get isDisplayed(): boolean {
    return this.#row.isDisplayed;
  }

  review(cost: number): void {
    if (this.isDisplayed && isOverpriced(this.price, cost)) this.#hide(cost);
  }

  #hide(cost: number): void {
    this.#row.isDisplayed = false;
    this.registerEvent(this.#event('MenuHidden', { menuId: this.id, cost }));
  }
}

const isOverpriced = (price: number, cost: number): boolean => price > cost;
