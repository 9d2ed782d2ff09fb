import type { ProductPriceChanged } from './events.ts';
import type { Menus } from './menus.ts';

export type PolicyParts = { menus: Menus; priceOf: (productId: string) => number };

export type MenuPolicy = (event: ProductPriceChanged) => void;

export const hideOverpricedMenus =
  ({ menus, priceOf }: PolicyParts): MenuPolicy =>
  (event) => {
    const affected = menus.containing(event.data.productId);
    affected.forEach((menu) => menu.review(menu.cost(priceOf)));
    menus.saveAll(affected);
  };

export const repriceOverpricedMenus =
  ({ menus, priceOf }: PolicyParts): MenuPolicy =>
  (event) => {
    const affected = menus.containing(event.data.productId);
    affected.forEach((menu) => menu.reprice(menu.cost(priceOf)));
    menus.saveAll(affected.filter((menu) => menu.domainEvents().length > 0));
  };
