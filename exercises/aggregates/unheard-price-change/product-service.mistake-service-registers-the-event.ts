import type { Product } from './product.ts';
import type { Products } from './products.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the price list does with products. */
export class ProductService {
  readonly #products: Products;
  readonly #unitOfWork: UnitOfWork;

  constructor({ products, unitOfWork }: { products: Products; unitOfWork: UnitOfWork }) {
    this.#products = products;
    this.#unitOfWork = unitOfWork;
  }

  changePrice(id: string, price: number): void {
    this.#unitOfWork.run(() => {
      const product = this.#products.findById(id) as TellingProduct | undefined;
      if (!product) throw new Error(`There is no product ${id}.`);
      const from = product.price;
      product.changePrice(price);
      if (price !== from) product.tellPriceChange(from);
      this.#products.save(product);
    });
  }
}

type TellingProduct = Product & { tellPriceChange(from: number): void };
