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
    this.#lines = lines.map(({ productId, quantity, options }) => ({
      productId,
      quantity,
      options: options.map((option) => new LineOption(option, id, productId, event)),
    }));
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  get lines(): readonly LineContent[] {
    return this.#lines.map(({ productId, quantity, options }) => ({
      productId,
      quantity,
      options: options.map(({ content }) => content),
    }));
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
    found(
      this.#line(productId).options.find((option) => option.id === optionId),
      `option ${optionId}`,
    ).changePrice(price);
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

class LineOption extends AggregateRoot<OptionPriceChanged> {
  readonly id: string;
  readonly #menuId: string;
  readonly #productId: string;
  readonly #event: EventFactory;
  #price: number;

  constructor({ optionId, price }: OptionContent, menuId: string, productId: string, event: EventFactory) {
    super();
    this.id = optionId;
    this.#menuId = menuId;
    this.#productId = productId;
    this.#event = event;
    this.#price = price;
  }

  get content(): OptionContent {
    return { optionId: this.id, price: this.#price };
  }

  changePrice(price: number): void {
    if (price === this.#price) return;
    this.#price = price;
    this.registerEvent(
      this.#event('OptionPriceChanged', {
        menuId: this.#menuId,
        productId: this.#productId,
        optionId: this.id,
        price,
      }),
    );
  }
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The menu has no ${name}.`);
  return part;
}
