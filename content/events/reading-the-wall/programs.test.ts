import { describe, expect, it } from 'vitest';
import { HideMenusThatAreTooDear, Menu, Product } from './price-wall.program.ts';
import { productService } from './procedural.program.ts';
import { run } from './two-changes.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as soupCheaper from './soup-cheaper.program.ts';

describe('procedural', () => {
  it('changes the price and hides exactly the menus that have become too dear', () => {
    const soup = { price: 3_500 };
    const lunchSet = { price: 12_000, displayed: true, sumOfParts: () => soup.price + 9_000 };
    const dinnerSet = { price: 10_500, displayed: true, sumOfParts: () => soup.price + 9_000 };
    const saved: unknown[] = [];
    const save = (each: unknown) => void saved.push(each);
    const service = productService(
      { get: () => soup, save },
      { containing: () => [lunchSet, dinnerSet], save },
    );

    service.updateProduct('soup', 2_000);

    expect(soup.price).toBe(2_000);
    expect([lunchSet.displayed, dinnerSet.displayed]).toEqual([false, true]);
    expect(saved).toEqual([soup, lunchSet]);
  });
});

describe('price wall', () => {
  it('goes from the command to the event of the menu, note by note', () => {
    const soup = new Product('soup', 3_500);
    const lunchSet = new Menu('lunch-set', 12_000, [soup, new Product('bulgogi', 9_000)]);
    const sideDish = new Menu('side-dish', 9_500, [new Product('kimchi', 9_000)]);

    const changed = soup.changePrice(2_000);
    expect(changed).toEqual({ type: 'ProductPriceChanged', productId: 'soup', from: 3_500, to: 2_000 });
    expect(lunchSet.isDisplayed, 'a product does not know the menus').toBe(true);

    const hidden = new HideMenusThatAreTooDear([lunchSet, sideDish]).whenever(changed);
    expect(hidden).toEqual([{ type: 'MenuHidden', menuId: 'lunch-set' }]);
    expect([lunchSet.isDisplayed, sideDish.isDisplayed], 'only menus with the soup').toEqual([false, true]);
  });

  it('keeps a menu that costs exactly as much as its parts', () => {
    const soup = new Product('soup', 3_500);
    const set = new Menu('set', 2_000, [soup]);
    expect(new HideMenusThatAreTooDear([set]).whenever(soup.changePrice(2_000))).toEqual([]);
  });

  it('a rise is an event too, and brings no menu down', () => {
    expect(run()).toBe('ProductPriceChanged, ProductPriceChanged, MenuHidden');
  });
});

it('soup cheaper: command, event, policy and event come as on the wall', () => {
  expect(happeningsOf(soupCheaper.timeline)).toEqual([
    'command Branch manager: changePrice(soup, 2,000)',
    'published Product soup: ProductPriceChanged',
    'listener HideMenusThatAreTooDear: ProductPriceChanged',
    'published Menu lunch-set: MenuHidden',
  ]);
});
