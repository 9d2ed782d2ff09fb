import type { DomainEvent } from 'past-tense';

/**
 * Product `productId` costs `price` won from here on. `version` counts what has happened to this product: its first
 * event has version 1, the next 2. Of two events of one product, the one with the higher version is newer.
 */
export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; price: number; version: number }
>;

/** Product `productId` is sold no more. This is the last event of a product. */
export type ProductDiscontinued = DomainEvent<'ProductDiscontinued', { productId: string; version: number }>;

export type ProductEvent = ProductPriceChanged | ProductDiscontinued;
