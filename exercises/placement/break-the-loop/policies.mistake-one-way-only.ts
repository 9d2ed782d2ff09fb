import type { PolicyParts } from './links.ts';

/** Two policies that follow each other: the menu card follows the price list, and the price list the menu card. */
export function followEachOther({ publisher, menus }: PolicyParts): void {
  publisher.subscribe('ProductPriceChanged', ({ data, eventId }) => {
    const menu = menus.findById(data.id);
    if (!menu) return;
    menu.changePrice(data.to, eventId);
    menus.save(menu);
  });
}
