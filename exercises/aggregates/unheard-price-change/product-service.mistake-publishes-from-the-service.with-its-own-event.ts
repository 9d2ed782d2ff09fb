import type { EventFactory, EventPublisher } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';
import type { Products } from './products.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the price list does with products. */
export class ProductService {
  readonly #products: Products;
  readonly #unitOfWork: UnitOfWork;
  readonly #publisher: EventPublisher<ProductPriceChanged>;
  readonly #event: EventFactory;

  constructor({ products, unitOfWork, publisher, event }: Parts) {
    this.#products = products;
    this.#unitOfWork = unitOfWork;
    this.#publisher = publisher;
    this.#event = event;
  }

  changePrice(id: string, price: number): void {
    this.#unitOfWork.run(() => {
      const product = this.#products.findById(id);
      if (!product) throw new Error(`There is no product ${id}.`);
      const from = product.price;
      product.changePrice(price);
      this.#products.save(product);
      if (price !== from) {
        this.#publisher.publish(this.#event('ProductPriceChanged', { productId: id, from, to: price }));
      }
    });
  }
}

type Parts = {
  products: Products;
  unitOfWork: UnitOfWork;
  publisher: EventPublisher<ProductPriceChanged>;
  event: EventFactory;
};
