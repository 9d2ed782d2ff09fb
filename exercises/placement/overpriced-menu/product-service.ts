import type { Repository, TransactionManager } from 'past-tense';
import type { Product } from './product.ts';

/** What the price list does with products. It knows no menus. */
export class ProductService {
  readonly #products: Repository<Product>;
  readonly #transactions: TransactionManager;

  constructor(products: Repository<Product>, transactions: TransactionManager) {
    this.#products = products;
    this.#transactions = transactions;
  }

  changePrice(productId: string, price: number): void {
    this.#transactions.execute(() => {
      const product = this.#products.findById(productId);
      if (!product) throw new Error(`There is no product ${productId}.`);
      product.changePrice(price);
      this.#products.save(product);
    });
  }
}
