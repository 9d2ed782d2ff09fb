import type { DomainEvent } from 'past-tense';

/** Product `productId` costs `to` won from here on, and cost `from` won until then. */
export type ProductPriceChanged = DomainEvent<
  'ProductPriceChanged',
  { productId: string; from: number; to: number }
>;

/** Menu `menuId` is off the board, because its parts cost only `cost` won. */
export type MenuHidden = DomainEvent<'MenuHidden', { menuId: string; cost: number }>;

/** Menu `menuId` costs `to` won from here on, and cost `from` won until then. */
export type MenuRepriced = DomainEvent<'MenuRepriced', { menuId: string; from: number; to: number }>;

export type MenuEvent = MenuHidden | MenuRepriced;
