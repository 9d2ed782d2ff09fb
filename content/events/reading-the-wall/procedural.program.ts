/** A decision of the business that lives in the middle of a method, where nobody would look for it. */

export interface Product {
  price: number;
}

export interface Menu {
  readonly price: number;
  displayed: boolean;
  sumOfParts(): number;
}

export interface Products {
  get(productId: string): Product;
  save(product: Product): void;
}

export interface Menus {
  containing(productId: string): readonly Menu[];
  save(menu: Menu): void;
}

// #region service
export function productService(products: Products, menus: Menus) {
  return {
    updateProduct(productId: string, price: number): void {
      const product = products.get(productId);
      product.price = price;
      products.save(product);
      for (const menu of menus.containing(productId)) {
        if (menu.price > menu.sumOfParts()) {
          menu.displayed = false;
          menus.save(menu);
        }
      }
    },
  };
}
// #endregion service
