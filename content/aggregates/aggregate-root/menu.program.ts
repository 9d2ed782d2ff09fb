/** A line changes through its menu, and the menu tells about it. */
import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type LineQuantityChanged = DomainEvent<
  'LineQuantityChanged',
  { menuId: string; productId: string; quantity: number }
>;

export class Line {
  readonly productId: string;
  quantity: number;

  constructor(productId: string, quantity: number) {
    this.productId = productId;
    this.quantity = quantity;
  }
}

export class Menu extends AggregateRoot<LineQuantityChanged> {
  readonly id: string;
  readonly #lines: readonly Line[];
  readonly #event: EventFactory;

  constructor(id: string, lines: readonly Line[], event: EventFactory) {
    super();
    this.id = id;
    this.#lines = lines;
    this.#event = event;
  }

  // #region change-quantity
  changeQuantity(productId: string, quantity: number): void {
    const line = this.#line(productId);
    line.quantity = quantity;
    this.registerEvent(this.#event('LineQuantityChanged', { menuId: this.id, productId, quantity }));
  }
  // #endregion change-quantity

  #line(productId: string): Line {
    const line = this.#lines.find((candidate) => candidate.productId === productId);
    if (line === undefined) throw new Error(`Menu ${this.id} has no line for product ${productId}.`);
    return line;
  }
}
