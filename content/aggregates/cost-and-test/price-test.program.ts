/** A test with an assertion; the tests of this folder run it on a menu that works and on one that is silent. */
import { expect } from 'vitest';
import type { Menu } from './menu.program.ts';

// #region test
export function tellsItsNewPrice(lunch: Menu): void {
  lunch.changePrice(9500);

  const told = lunch.domainEvents().map(({ type, data }) => ({ type, data }));
  expect(told).toEqual([{ type: 'MenuPriceChanged', data: { menuId: 'lunch', from: 9000, to: 9500 } }]);
}
// #endregion test
