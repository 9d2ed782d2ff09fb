import type { EventFactory, Repository } from 'past-tense';
import { Product } from './product.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Where products are kept. */
export type Products = Repository<Product>;

/** A row of the table `products`. */
export type ProductRow = { id: string; name: string; price: number };

export const toRow = ({ id, name, price }: Product): ProductRow => ({ id, name, price });

export const fromRow = ({ id, name, price }: ProductRow, event: EventFactory): Product =>
  new Product(id, name, price, event);

/** The rows as a repository whose products come from the unit of work, so that it knows what was loaded. */
export function productRepository(rows: Products, unitOfWork: UnitOfWork): Products {
  return { ...rows, findById: (id) => unitOfWork.load(id) };
}
