/** A menu that decides whether it may stay on the board. It knows its lines and nobody else. */
import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; from: number; to: number }
>;

export type MenuHidden = DomainEvent<'MenuHidden', { menuId: string; cost: number }>;

export type MenuRow = {
  id: string;
  price: number;
  displayed: boolean;
  lines: { productId: string; quantity: number }[];
};

// #region menu
export class Menu extends AggregateRoot<MenuHidden> {
  readonly #row: MenuRow;
  readonly #event: EventFactory;

  constructor(row: MenuRow, event: EventFactory) {
    super();
    this.#row = structuredClone(row);
    this.#event = event;
  }

  /** What the parts cost, told what each product costs. */
  cost(priceOf: (productId: string) => number): number {
    return this.#row.lines.reduce((sum, { productId, quantity }) => sum + priceOf(productId) * quantity, 0);
  }

  /** A menu that is dearer than its parts is hidden. */
  review(cost: number): void {
    if (!this.#row.displayed || this.#row.price <= cost) return;
    this.#row.displayed = false;
    this.registerEvent(this.#event('MenuHidden', { menuId: this.id, cost }));
  }

  get id(): string {
    return this.#row.id;
  }

  get isDisplayed(): boolean {
    return this.#row.displayed;
  }

  toRow(): MenuRow {
    return structuredClone(this.#row);
  }
}
// #endregion menu
