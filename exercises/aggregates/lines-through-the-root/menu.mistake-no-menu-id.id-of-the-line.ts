import { AggregateRoot, type DomainEvent, type EventFactory } from 'past-tense';

export type MenuPriceChanged = DomainEvent<'MenuPriceChanged', { menuId: string; price: number }>;
export type LineQuantityChanged = DomainEvent<
  'LineQuantityChanged',
  { id: string; productId: string; quantity: number }
>;
export type OptionPriceChanged = DomainEvent<
  'OptionPriceChanged',
  { id: string; productId: string; optionId: string; price: number }
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

/** What Haru Kitchen sells under one name. Its lines and options report to it, and it alone registers. */
export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  readonly #event: EventFactory;
  readonly #lines: MenuLine[];
  #price: number;

  constructor(id: string, price: number, lines: readonly LineContent[], event: EventFactory) {
    super();
    this.id = id;
    this.#price = price;
    this.#lines = lines.map((line) => new MenuLine(line, (happened) => this.registerEvent(happened(event))));
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

/** Lines and options know what happened to them, but not in which menu they stand. */
type Report = (happened: (event: EventFactory) => MenuEvent) => void;

class MenuLine {
  readonly #productId: string;
  readonly #options: readonly LineOption[];
  readonly #report: Report;
  #quantity: number;

  constructor({ productId, quantity, options }: LineContent, report: Report) {
    this.#productId = productId;
    this.#quantity = quantity;
    this.#options = options.map((option) => new LineOption(productId, option, report));
    this.#report = report;
  }

  get content(): LineContent {
    return {
      productId: this.#productId,
      quantity: this.#quantity,
      options: this.#options.map((option) => option.content),
    };
  }

  changeQuantity(quantity: number): void {
    const isChange = quantity !== this.#quantity;
    this.#quantity = quantity;
    if (!isChange) return;
    const productId = this.#productId;
    this.#report((event) => event('LineQuantityChanged', { id: productId, productId, quantity }));
  }

  option(optionId: string): LineOption {
    return found(
      this.#options.find((option) => option.content.optionId === optionId),
      `option ${optionId}`,
    );
  }
}

class LineOption {
  readonly #productId: string;
  readonly #report: Report;
  #content: OptionContent;

  constructor(productId: string, content: OptionContent, report: Report) {
    this.#productId = productId;
    this.#content = { ...content };
    this.#report = report;
  }

  get content(): OptionContent {
    return { ...this.#content };
  }

  changePrice(price: number): void {
    if (price === this.#content.price) return;
    this.#content = { ...this.#content, price };
    const [productId, { optionId }] = [this.#productId, this.#content];
    this.#report((event) => event('OptionPriceChanged', { id: optionId, productId, optionId, price }));
  }
}

function found<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`The menu has no ${name}.`);
  return part;
}
