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
    const isChange = price !== this.#price;
    if (isChange) this.#tellChangeTo(price);
    this.#price = price;
  }

  #tellChangeTo(to: number): void {
    this.registerEvent(this.#event('MenuPriceChanged', { menuId: this.id, from: this.#price, to }));
  }
}
