import type { EventPublisher } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';
import type { Products } from './products.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the price list does with products. */
export class ProductService {
  readonly #products: Products;
  readonly #unitOfWork: UnitOfWork;
  readonly #publisher: EventPublisher<ProductPriceChanged>;

  constructor({
    products,
    unitOfWork,
    publisher,
  }: {
    products: Products;
    unitOfWork: UnitOfWork;
    publisher: EventPublisher<ProductPriceChanged>;
  }) {
    this.#products = products;
    this.#unitOfWork = unitOfWork;
    this.#publisher = publisher;
  }

  changePrice(id: string, price: number): void {
    this.#unitOfWork.run(() => {
      const product = this.#products.findById(id);
      if (!product) throw new Error(`There is no product ${id}.`);
      product.changePrice(price);
      for (const event of product.pullDomainEvents()) this.#publisher.publish(event);
    });
  }
}
