import type { EventPublisher, TransactionManager } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';
import type { Product } from './product.ts';
import type { Products } from './products.ts';

/**
 * Does what JPA does without being asked: it remembers each product that is loaded, and at the end of the run it
 * writes the rows of those that have changed (dirty checking).
 */
export class UnitOfWork {
  readonly #transactions: TransactionManager;
  readonly #rows: Products;
  readonly #publisher: EventPublisher<ProductPriceChanged>;
  #loaded: Map<string, Loaded> | undefined;

  constructor({
    transactions,
    rows,
    publisher,
  }: {
    transactions: TransactionManager;
    rows: Products;
    publisher: EventPublisher<ProductPriceChanged>;
  }) {
    this.#transactions = transactions;
    this.#rows = rows;
    this.#publisher = publisher;
  }

  /** Runs the work in a transaction and writes what it changed. A run inside a run is part of it. */
  run<T>(work: () => T): T {
    if (this.#loaded) {
      const result = work();
      this.#tellTheNews(this.#loaded);
      return result;
    }
    const loaded = new Map<string, Loaded>();
    this.#loaded = loaded;
    try {
      return this.#transactions.execute(() => {
        const result = work();
        this.#writeChangedRows(loaded);
        this.#tellTheNews(loaded);
        return result;
      });
    } finally {
      this.#loaded = undefined;
    }
  }

  /** The product with this id: within a run always the same object. The repository calls this. */
  load(id: string): Product | undefined {
    const known = this.#loaded?.get(id);
    if (known) return known.product;
    const product = this.#rows.findById(id);
    if (product) this.#loaded?.set(id, { product, priceInRow: product.price });
    return product;
  }

  #tellTheNews(loaded: Map<string, Loaded>): void {
    for (const { product } of loaded.values()) {
      for (const event of product.domainEvents()) this.#publisher.publish(event);
      product.clearDomainEvents();
    }
  }

  #writeChangedRows(loaded: Map<string, Loaded>): void {
    for (const { product, priceInRow } of loaded.values()) {
      if (product.price !== priceInRow) this.#rows.save(product);
    }
  }
}

type Loaded = { product: Product; priceInRow: number };
