import type { ProductPriceChanged } from './events.ts';
import type { Menu } from './menu.ts';
import type { Menus } from './menus.ts';

/** What a policy for menus may use. `priceOf` throws for a product that is not there. */
export type PolicyParts = { menus: Menus; priceOf: (productId: string) => number };

export type MenuPolicy = (event: ProductPriceChanged) => void;

/** Whenever a product's price changed, hide the menus that cost more than their parts. */
export function hideOverpricedMenus(parts: PolicyParts): MenuPolicy {
  return forMenusWithTheProduct(parts, (menu, cost) => menu.review(cost));
}

/** Whenever a product's price changed, give the menus that cost more than their parts the price of the parts. */
export function repriceOverpricedMenus(parts: PolicyParts): MenuPolicy {
  return forMenusWithTheProduct(parts, (menu, cost) => menu.reprice(cost));
}

function forMenusWithTheProduct(
  { menus, priceOf }: PolicyParts,
  ask: (menu: Menu, cost: number) => void,
): MenuPolicy {
  return () => {
    for (const menu of menus.all()) {
      ask(menu, menu.cost(priceOf));
      menus.save(menu);
    }
  };
}
