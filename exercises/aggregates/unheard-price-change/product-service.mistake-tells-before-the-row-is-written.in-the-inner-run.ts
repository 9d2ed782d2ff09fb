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
      const product = this.#products.findById(id);
      if (!product) throw new Error(`There is no product ${id}.`);
      product.changePrice(price);
    });
  }
}
