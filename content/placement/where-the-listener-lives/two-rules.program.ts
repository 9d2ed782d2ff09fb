/** The same rule, written by two people. The lesson asks what run() returns. */
import { eventFactory, eventPublisher } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';
import type { ProductPriceChanged } from './menu.program.ts';

type Menu = { price: number; displayed: boolean; gimbap: number };

// #region rules
export function hideWhatGotTooDear(menus: readonly Menu[], gimbapPrice: number): void {
  for (const menu of menus) {
    if (menu.price > gimbapPrice * menu.gimbap) menu.displayed = false;
  }
}

export function checkMenu(menu: Menu, gimbapPrice: number): void {
  if (menu.price >= gimbapPrice * menu.gimbap) menu.displayed = false;
}
// #endregion rules

export function run(): string {
  const publisher = eventPublisher<ProductPriceChanged>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const lunchSet: Menu = { price: 7_000, displayed: true, gimbap: 2 };
  const board = (): string => (lunchSet.displayed ? 'shown' : 'hidden');
  // #region run
  publisher.subscribe('ProductPriceChanged', ({ data }) => hideWhatGotTooDear([lunchSet], data.to));

  // The lunch set: two gimbap for 7,000 won.
  publisher.publish(event('ProductPriceChanged', { productId: 'gimbap', from: 4_000, to: 3_500 }));
  const inTheMorning = board();

  checkMenu(lunchSet, 3_500); // the clerk’s button
  return `${inTheMorning}, then ${board()}`;
  // #endregion run
}
