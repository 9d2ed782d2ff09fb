/** One chain of the wall, a piece of code for each note. Prices are whole won. */

// #region events
export interface ProductPriceChanged {
  readonly type: 'ProductPriceChanged';
  readonly productId: string;
  readonly from: number;
  readonly to: number;
}

export interface MenuHidden {
  readonly type: 'MenuHidden';
  readonly menuId: string;
}
// #endregion events

// #region command
export class Product {
  readonly id: string;
  #price: number;

  constructor(id: string, price: number) {
    this.id = id;
    this.#price = price;
  }

  get price(): number {
    return this.#price;
  }

  changePrice(to: number): ProductPriceChanged {
    const from = this.#price;
    this.#price = to;
    return { type: 'ProductPriceChanged', productId: this.id, from, to };
  }
}
// #endregion command

export class Menu {
  readonly id: string;
  readonly #price: number;
  readonly #parts: readonly Product[];
  #isDisplayed = true;

  constructor(id: string, price: number, parts: readonly Product[]) {
    this.id = id;
    this.#price = price;
    this.#parts = parts;
  }

  get isDisplayed(): boolean {
    return this.#isDisplayed;
  }

  contains(productId: string): boolean {
    return this.#parts.some(({ id }) => id === productId);
  }

  isTooDear(): boolean {
    return this.#price > this.#parts.reduce((sum, { price }) => sum + price, 0);
  }

  hide(): MenuHidden {
    this.#isDisplayed = false;
    return { type: 'MenuHidden', menuId: this.id };
  }
}

// #region policy
export class HideMenusThatAreTooDear {
  readonly #menus: readonly Menu[];

  constructor(menus: readonly Menu[]) {
    this.#menus = menus;
  }

  /**
   * Whenever the price of a product was changed,
   * hide the menus that are now too dear.
   */
  whenever(event: ProductPriceChanged): MenuHidden[] {
    return this.#menus
      .filter((menu) => menu.contains(event.productId) && menu.isTooDear())
      .map((menu) => menu.hide());
  }
}
// #endregion policy
