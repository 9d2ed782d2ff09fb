import type { ProductPriceChanged } from './events.ts';
import type { Menus } from './menus.ts';

/** What a policy for menus may use. `priceOf` throws for a product that is not there. */
export type PolicyParts = { menus: Menus; priceOf: (productId: string) => number };

export type MenuPolicy = (event: ProductPriceChanged) => void;

/** Whenever a product's price changed, hide the menus that cost more than their parts. */
export function hideOverpricedMenus(_parts: PolicyParts): MenuPolicy {
  return () => {};
}

/** Whenever a product's price changed, give the menus that cost more than their parts the price of the parts. */
export function repriceOverpricedMenus(_parts: PolicyParts): MenuPolicy {
  return () => {};
}
