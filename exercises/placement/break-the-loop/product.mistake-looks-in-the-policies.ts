import { AggregateRoot, type EventFactory } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';

/** What the price list sells. A set is in the price list, too. */
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

  changePrice(to: number, causedBy: string | null): void {
    const from = this.#price;
    this.#price = to;
    this.registerEvent(this.#event('ProductPriceChanged', { id: this.id, from, to, causedBy }));
  }
}
