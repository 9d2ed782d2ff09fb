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

/** What Haru Kitchen sells under one name. Its content is replaced and never changed, so it may be given away. */
export class Menu extends AggregateRoot<MenuEvent> {
  readonly id: string;
  readonly #event: EventFactory;
  #content: Readonly<{ price: number; lines: readonly LineContent[] }>;

  constructor(id: string, price: number, lines: readonly LineContent[], event: EventFactory) {
    super();
    this.id = id;
    this.#content = deepFrozen({ price, lines: structuredClone(lines) });
    this.#event = event;
  }

  get price(): number {
    return this.#content.price;
  }

  get lines(): readonly LineContent[] {
    return this.#content.lines;
  }

  changePrice(price: number): void {
    if (price === this.price) return;
    this.#becomes({ price }, this.#event('MenuPriceChanged', { menuId: this.id, price }));
  }

  changeQuantity(productId: string, quantity: number): void {
    const [at, line] = only(this.lines, (each) => each.productId === productId);
    if (quantity === line.quantity) return;
    this.#becomes(
      { lines: this.lines.with(at, { ...line, quantity }) },
      this.#event('LineQuantityChanged', { menuId: this.id, productId, quantity }),
    );
  }

  changeOptionPrice(productId: string, optionId: string, price: number): void {
    const [at, line] = only(this.lines, (each) => each.productId === productId);
    const [optionAt, option] = only(line.options, (each) => each.optionId === optionId);
    if (price === option.price) return;
    const options = line.options.with(optionAt, { ...option, price });
    this.#becomes(
      { lines: this.lines.with(at, { ...line, options }) },
      this.#event('OptionPriceChanged', { menuId: this.id, productId, optionId, price }),
    );
  }

  #becomes(change: { price?: number; lines?: readonly LineContent[] }, because: MenuEvent): void {
    this.#content = deepFrozen({ ...this.#content, ...change });
    this.registerEvent(because);
  }
}

function only<T>(parts: readonly T[], isIt: (part: T) => boolean): [number, T] {
  const at = parts.findIndex(isIt);
  const part = parts[at];
  if (part === undefined) throw new RangeError('The menu has no such part.');
  return [at, part];
}

function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object') deepFrozen(part as object);
  return Object.freeze(value);
}
