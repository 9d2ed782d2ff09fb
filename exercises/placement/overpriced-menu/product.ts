import { AggregateRoot, type EventFactory } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';

/** What menus are made of: a gimbap, a bowl of stew. Prices are whole won. */
export class Product extends AggregateRoot<ProductPriceChanged> {
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

  changePrice(to: number): void {
    if (to < 0) throw new Error('A price cannot be less than 0 won.');
    if (to === this.#price) return;
    const from = this.#price;
    this.#price = to;
    this.registerEvent(this.#event('ProductPriceChanged', { productId: this.id, from, to }));
  }
}
