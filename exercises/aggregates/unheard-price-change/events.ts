import type { DomainEvent } from 'past-tense';

/** Product `productId` costs `to` won from here on, and cost `from` won until then. */
export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; from: number; to: number }
>;
