/** A line changes through its menu, and the menu tells about it. */
import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type LineQuantityChanged = DomainEvent<
  'LineQuantityChanged',
  { menuId: string; productId: string; quantity: number }
>;

export class Menu extends AggregateRoot<LineQuantityChanged> {
  readonly id: string;
  readonly #lines: MenuLine[];
  readonly #event: EventFactory;

  constructor(id: string, lines: readonly Readonly<MenuLine>[], event: EventFactory) {
    super();
    this.id = id;
    this.#lines = lines.map((line) => ({ ...line }));
    this.#event = event;
  }

  // #region change-quantity
  changeQuantity(productId: string, quantity: number): void {
    const line = this.#line(productId);
    if (line.quantity === quantity) return;
    line.quantity = quantity;
    this.registerEvent(this.#event('LineQuantityChanged', { menuId: this.id, productId, quantity }));
  }

  get lines(): readonly Readonly<MenuLine>[] {
    return this.#lines.map((line) => ({ ...line }));
  }
  // #endregion change-quantity

  #line(productId: string): MenuLine {
    const line = this.#lines.find((candidate) => candidate.productId === productId);
    if (line === undefined) throw new Error(`Menu ${this.id} has no line for product ${productId}.`);
    return line;
  }
}

interface MenuLine {
  readonly productId: string;
  quantity: number;
}
