import type { Subscription } from 'past-tense';
import type { ProductPriceChanged } from './events.ts';
import { links, type PolicyParts } from './links.ts';

export function followEachOther({ publisher, products, menus }: PolicyParts): void {
  const onProduct = ({ data, eventId }: ProductPriceChanged): void => {
    const menu = menus.findById(data.id);
    if (!menu) return;
    listening.unsubscribe();
    menu.changePrice(data.to, eventId);
    menus.save(menu);
    listening = publisher.subscribe('ProductPriceChanged', onProduct);
  };
  let listening: Subscription = publisher.subscribe('ProductPriceChanged', onProduct);

  publisher.subscribe('MenuPriceChanged', ({ data, eventId }) => {
    for (const { productId, times } of links.filter(({ menuId }) => menuId === data.id)) {
      const product = products.findById(productId);
      if (!product) continue;
      product.changePrice(data.to * times, eventId);
      products.save(product);
    }
  });
}
