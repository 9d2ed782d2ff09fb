import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { menuId: string; price: number }>;
export type LineQuantityChanged = DomainEvent<'LineQuantityChanged', { productId: string; quantity: number }>;
export type OptionPriceChanged = DomainEvent<'OptionPriceChanged', { optionId: string; price: number }>;

/** A product of the menu, as somebody outside writes it down. Prices are whole won. */
export interface LineContent {
  productId: string;
  quantity: number;
  options: OptionContent[];
}

/** What a guest may add to a line: rice for 1,000 won. */
export interface OptionContent {
  optionId: string;
  price: number;
}

/** What Haru Kitchen sells under one name. */
export class Menu extends AggregateRoot<MenuPriceChanged> {
  readonly id: string;
  readonly #event: EventFactory;
  readonly #lines: MenuLine[];
  #price: number;

  constructor(id: string, price: number, lines: readonly LineContent[], event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#lines = lines.map((line) => new MenuLine(line, event));
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  get lines(): MenuLine[] {
    return this.#lines;
  }

  changePrice(price: number): void {
    if (price === this.#price) return;
    this.#price = price;
    this.registerEvent(this.#event('MenuPriceChanged', { menuId: this.id, price }));
  }

  changeQuantity(productId: string, quantity: number): void {
    this.#line(productId).changeQuantity(quantity);
  }

  changeOptionPrice(productId: string, optionId: string, price: number): void {
    this.#line(productId).option(optionId).changePrice(price);
  }

  #line(productId: string): MenuLine {
    return found(
      this.#lines.find((line) => line.productId === productId),
      `product ${productId}`,
    );
  }
}

class MenuLine extends AggregateRoot<LineQuantityChanged> {
  readonly productId: string;
  quantity: number;
  readonly options: LineOption[];
  readonly #event: EventFactory;

  constructor({ productId, quantity, options }: LineContent, event: EventFactory) {
    super();
    this.productId = productId;
    this.quantity = quantity;
    this.options = options.map((option) => new LineOption(option, event));
    this.#event = event;
  }

  get id(): string {
    return this.productId;
  }

  changeQuantity(quantity: number): void {
    this.quantity = quantity;
    this.registerEvent(this.#event('LineQuantityChanged', { productId: this.productId, quantity }));
  }

  option(optionId: string): LineOption {
    return found(
      this.options.find((option) => option.optionId === optionId),
      `option ${optionId}`,
    );
  }
}

class LineOption extends AggregateRoot<OptionPriceChanged> {
  readonly optionId: string;
  price: number;
  readonly #event: EventFactory;

  constructor({ optionId, price }: OptionContent, event: EventFactory) {
    super();
    this.optionId = optionId;
    this.price = price;
    this.#event = event;
  }

  get id(): string {
    return this.optionId;
  }

  changePrice(price: number): void {
    this.price = price;
    this.registerEvent(this.#event('OptionPriceChanged', { optionId: this.optionId, price }));
  }
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The menu has no ${name}.`);
  return part;
}
