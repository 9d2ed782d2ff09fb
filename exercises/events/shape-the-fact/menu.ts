import { AggregateRoot, type EventFactory } from 'past-tense';
import type { MenuPriceChanged } from './events.ts';

/** What Haru Kitchen sells under one name. Prices are whole won. */
export class Menu extends AggregateRoot<MenuPriceChanged> {
  readonly id: string;
  #price: number;

  constructor(id: string, price: number, _event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
  }

  get price(): number {
    return this.#price;
  }

  changePrice(price: number): void {
    this.#price = price;
  }
}
