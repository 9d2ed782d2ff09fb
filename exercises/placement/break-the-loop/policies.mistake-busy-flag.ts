import { links, type PolicyParts } from './links.ts';

/** Two policies that follow each other: the menu card follows the price list, and the price list the menu card. */
export function followEachOther({ publisher, products, menus }: PolicyParts): void {
  let isBusy = false;
  const once = (work: () => void): void => {
    if (isBusy) return;
    isBusy = true;
    try {
      work();
    } finally {
      isBusy = false;
    }
  };

  publisher.subscribe('ProductPriceChanged', ({ data, eventId }) =>
    once(() => {
      const menu = menus.findById(data.id);
      if (!menu) return;
      menu.changePrice(data.to, eventId);
      menus.save(menu);
    }),
  );

  publisher.subscribe('MenuPriceChanged', ({ data, eventId }) =>
    once(() => {
      for (const { productId, times } of links.filter(({ menuId }) => menuId === data.id)) {
        const product = products.findById(productId);
        if (!product) continue;
        product.changePrice(data.to * times, eventId);
        products.save(product);
      }
    }),
  );
}
