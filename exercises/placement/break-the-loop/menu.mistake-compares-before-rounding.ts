import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuPriceChanged } from './events.ts';

/** A set on the menu card. The card prints whole hundreds, rounded up. */
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

  changePrice(price: number, causedBy: string | null): void {
    if (price === this.#price) return;
    const from = this.#price;
    const to = Math.ceil(price / 100) * 100;
    this.#price = to;
    this.registerEvent(this.#event('MenuPriceChanged', { id: this.id, from, to, causedBy }));
  }
}
