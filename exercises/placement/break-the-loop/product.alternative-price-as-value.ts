import { AggregateRoot, type EventFactory } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';

export class Product extends AggregateRoot<ProductPriceChanged> {
  #won: number;

  constructor(
    readonly id: string,
    won: number,
    private readonly event: EventFactory,
  ) {
    super();
    this.#won = won;
  }

  get price(): number {
    return this.#won;
  }

  changePrice(to: number, causedBy: string | null): void {
    const change = { id: this.id, from: this.#won, to, causedBy };
    this.#won = to;
    if (change.from !== change.to) this.registerEvent(this.event('ProductPriceChanged', change));
  }
}
