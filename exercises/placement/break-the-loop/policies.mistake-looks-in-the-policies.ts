import { links, type PolicyParts } from './links.ts';

/** Two policies that follow each other: the menu card follows the price list, and the price list the menu card. */
export function followEachOther({ publisher, products, menus }: PolicyParts): void {
  publisher.subscribe('ProductPriceChanged', ({ data, eventId }) => {
    const menu = menus.findById(data.id);
    if (!menu || menu.price === Math.ceil(data.to / 100) * 100) return;
    menu.changePrice(data.to, eventId);
    menus.save(menu);
  });

  publisher.subscribe('MenuPriceChanged', ({ data, eventId }) => {
    for (const { productId, times } of links.filter(({ menuId }) => menuId === data.id)) {
      const product = products.findById(productId);
      if (!product || product.price === data.to * times) continue;
      product.changePrice(data.to * times, eventId);
      products.save(product);
    }
  });
}
