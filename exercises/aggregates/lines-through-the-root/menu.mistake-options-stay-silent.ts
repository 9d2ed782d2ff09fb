import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { menuId: string; price: number }>;
export type LineQuantityChanged = DomainEvent<
  'LineQuantityChanged',
  { menuId: string; productId: string; quantity: number }
>;
export type OptionPriceChanged = DomainEvent<
  'OptionPriceChanged',
  { menuId: string; productId: string; optionId: string; price: number }
>;
export type MenuEvent = MenuPriceChanged | LineQuantityChanged | OptionPriceChanged;

/** A product of the menu, as somebody outside writes it down. Prices are whole won. */
export interface LineContent {
  readonly productId: string;
  readonly quantity: number;
  readonly options: readonly OptionContent[];
}

/** What a guest may add to a line: rice for 1,000 won. */
export interface OptionContent {
  readonly optionId: string;
  readonly price: number;
}

/** What Haru Kitchen sells under one name. Its lines and their options change through it, and it tells about them. */
export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  readonly #event: EventFactory;
  readonly #lines: MenuLine[];
  #price: number;

  constructor(id: string, price: number, lines: readonly LineContent[], event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#lines = copyOf(lines);
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  get lines(): readonly LineContent[] {
    return copyOf(this.#lines);
  }

  changePrice(price: number): void {
    if (price === this.#price) return;
    this.#price = price;
    this.registerEvent(this.#event('MenuPriceChanged', { menuId: this.id, price }));
  }

  changeQuantity(productId: string, quantity: number): void {
    const line = this.#line(productId);
    if (quantity === line.quantity) return;
    line.quantity = quantity;
    this.registerEvent(this.#event('LineQuantityChanged', { menuId: this.id, productId, quantity }));
  }

  changeOptionPrice(productId: string, optionId: string, price: number): void {
    const option = found(
      this.#line(productId).options.find((each) => each.optionId === optionId),
      `option ${optionId}`,
    );
    if (price === option.price) return;
    option.price = price;
  }

  #line(productId: string): MenuLine {
    return found(
      this.#lines.find((line) => line.productId === productId),
      `product ${productId}`,
    );
  }
}

interface MenuLine {
  readonly productId: string;
  quantity: number;
  readonly options: LineOption[];
}

interface LineOption {
  readonly optionId: string;
  price: number;
}

function copyOf(lines: readonly LineContent[]): MenuLine[] {
  return lines.map(({ productId, quantity, options }) => ({
    productId,
    quantity,
    options: options.map(({ optionId, price }) => ({ optionId, price })),
  }));
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The menu has no ${name}.`);
  return part;
}
