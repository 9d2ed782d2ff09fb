import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import { Menu } from './menu.ts';

it('tells a change of the price once, with the price before and after', () => {
  const bibimbap = menu('bibimbap', 9000);
  const ramen = menu('ramen', 4000);

  bibimbap.changePrice(9500);
  ramen.changePrice(3800);

  const events = [bibimbap, ramen].flatMap((each) => [...each.domainEvents()]);
  expect(
    events.map(({ type }) => type),
    'Two menus changed their price once each: each tells it by one MenuPriceChanged',
  ).toEqual(['MenuPriceChanged', 'MenuPriceChanged']);
  expect(
    events.map(({ data }) => data),
    'The event names the menu, the price until then and the price from then on: nobody else remembers the old one',
  ).toEqual([
    { menuId: 'bibimbap', from: 9000, to: 9500 },
    { menuId: 'ramen', from: 4000, to: 3800 },
  ]);
});

it('costs the new price after a change', () => {
  const bibimbap = menu('bibimbap', 9000);

  bibimbap.changePrice(9500);

  expect(bibimbap.price, 'A guest who orders after the change pays the new price').toBe(9500);
});

it('tells nothing when the price stays as it is', () => {
  const bibimbap = menu('bibimbap', 9000);

  bibimbap.changePrice(9000);

  expect(
    bibimbap.domainEvents(),
    'The new price is the old one, so nothing happened and nothing may be told',
  ).toEqual([]);
});

function menu(id: string, price: number): Menu {
  return new Menu(id, price, eventFactory(fixedClock(0), sequentialIds()));
}
