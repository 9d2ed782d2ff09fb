import type { DomainEvent } from './aggregate-root.ts';

/** Product `productId` costs `to` won from here on, and cost `from` won until then. */
export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; from: number; to: number }
>;

/** Menu `menuId` is off the board, because its parts cost only `cost` won. */
export type MenuHidden = DomainEvent<'MenuHidden', { menuId: string; cost: number }>;
