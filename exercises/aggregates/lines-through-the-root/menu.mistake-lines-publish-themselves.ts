import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';
import { bus } from './bus.ts';

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

/** What Haru Kitchen sells under one name. */
export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  readonly #event: EventFactory;
  readonly #lines: MenuLine[];
  #price: number;

  constructor(id: string, price: number, lines: readonly LineContent[], event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#lines = lines.map((line) => new MenuLine(line, id, event));
    this.#event = event;
  }

  get price(): number {
    return this.#price;
  }

  get lines(): readonly LineContent[] {
    return this.#lines.map((line) => line.content);
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
      this.#lines.find((line) => line.content.productId === productId),
      `product ${productId}`,
    );
  }
}

class MenuLine {
  readonly id: string;
  readonly #menuId: string;
  readonly #event: EventFactory;
  readonly #options: LineOption[];
  #quantity: number;

  constructor({ productId, quantity, options }: LineContent, menuId: string, event: EventFactory) {
    this.id = productId;
    this.#menuId = menuId;
    this.#event = event;
    this.#quantity = quantity;
    this.#options = options.map((option) => new LineOption(option, menuId, productId, event));
  }

  get content(): LineContent {
    const options = this.#options.map((option) => option.content);
    return { productId: this.id, quantity: this.#quantity, options };
  }

  changeQuantity(quantity: number): void {
    if (quantity === this.#quantity) return;
    this.#quantity = quantity;
    bus.publish(this.#event('LineQuantityChanged', { menuId: this.#menuId, productId: this.id, quantity }));
  }

  option(optionId: string): LineOption {
    return found(
      this.#options.find((option) => option.id === optionId),
      `option ${optionId}`,
    );
  }
}

class LineOption {
  readonly id: string;
  readonly #menuId: string;
  readonly #productId: string;
  readonly #event: EventFactory;
  #price: number;

  constructor({ optionId, price }: OptionContent, menuId: string, productId: string, event: EventFactory) {
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
    bus.publish(
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
