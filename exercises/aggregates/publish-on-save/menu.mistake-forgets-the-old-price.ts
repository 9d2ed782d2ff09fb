import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuPriceChanged } from './events.ts';

/** What Haru Kitchen sells under one name. Prices are whole won. */
export class Menu extends AggregateRoot<MenuPriceChanged> {
  readonly id: string;
  #price: number;
  readonly #event: EventFactory;

  constructor(id: string, price: number, event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  changePrice(price: number): void {
    if (price === this.#price) return;
    this.#price = price;
    this.registerEvent(
      this.#event('MenuPriceChanged', { menuId: this.id, from: this.#price, to: this.#price }),
    );
  }
}
