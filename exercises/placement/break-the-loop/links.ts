import type { EventPublisher, Repository } from 'past-tense';
import type { PriceEvent } from './events.ts';
import type { Menu } from './menu.ts';
import type { Product } from './product.ts';

/** The product costs so many times what the menu costs. */
export type Link = { menuId: string; productId: string; times: number };

/** A box holds ten lunches. */
export const links: readonly Link[] = [
  { menuId: 'lunch', productId: 'lunch', times: 1 },
  { menuId: 'lunch', productId: 'box', times: 10 },
  { menuId: 'box', productId: 'box', times: 1 },
];

export type PolicyParts = {
  publisher: EventPublisher<PriceEvent>;
  products: Repository<Product>;
  menus: Repository<Menu>;
};
