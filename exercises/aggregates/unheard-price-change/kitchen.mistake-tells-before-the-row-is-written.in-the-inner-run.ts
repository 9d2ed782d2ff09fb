import {
  publishingRepository,
  tableRepository,
  transactionManager,
  type Database,
  type EventFactory,
  type EventPublisher,
} from 'past-tense';
import type { ProductPriceChanged } from './events.ts';
import { ProductService } from './product-service.ts';
import { fromRow, productRepository, toRow, type ProductRow, type Products } from './products.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** The parts of the price list, put together. */
export type Kitchen = { products: Products; unitOfWork: UnitOfWork; productService: ProductService };

export function kitchen(
  database: Database,
  publisher: EventPublisher<ProductPriceChanged>,
  event: EventFactory,
): Kitchen {
  const table = database.table<ProductRow>('products');
  const rows = tableRepository({ table, toRow, fromRow: (row) => fromRow(row, event) });
  const resources = { transactions: transactionManager(database), rows, publisher };
  const unitOfWork = new UnitOfWork(resources);
  const products = publishingRepository(productRepository(rows, unitOfWork), publisher);
  return { products, unitOfWork, productService: new ProductService({ products, unitOfWork }) };
}
