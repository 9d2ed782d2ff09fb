import { expect, it } from 'vitest';
import { board, changePrice, hide, reprice } from './board.program.ts';
import * as late from './late.program.ts';
import * as later from './later.program.ts';
import * as oneTransaction from './one-transaction.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';

it('in one transaction one broken menu keeps the price of rice where it was', () => {
  expect(oneTransaction.run()).toBe('rice: 1000 won, hidden: 0');
});

it('later the price is there at once, the menus follow, and the broken one is left over', () => {
  expect(later.run()).toBe('800 won, hidden: 0; then hidden: 2, failed: 1');
});

it('whoever believes the last delivery knows an old price', () => {
  expect(late.run()).toBe('known: 3000 won');
});

it('a menu that costs what its parts cost is neither hidden nor repriced', () => {
  const menu = { id: 'two-rice', price: 2_000, isDisplayed: true, products: ['rice', 'rice'] };

  expect(hide(menu, 2_000)).toEqual(menu);
  expect(reprice(menu, 2_000)).toEqual(menu);
  expect(hide(menu, 1_999).isDisplayed).toBe(false);
  expect(reprice(menu, 1_999).price).toBe(1_999);
});

it('a hidden menu stays hidden when the parts become dearer', () => {
  const menu = { id: 'two-rice', price: 2_000, isDisplayed: false, products: ['rice', 'rice'] };

  expect(hide(menu, 3_000)).toEqual(menu);
});

it('the procedural price change hides the same menus', () => {
  const tables = board();
  tables.menus.delete('winter-set');

  changePrice('rice', 800, tables);

  expect(tables.hidden()).toBe(2);
});

const ends = (timeline: () => () => void): string[] =>
  happeningsOf(timeline).filter((line) => /^(committed|rolled-back)/.test(line));

it('the figures: one transaction that is rolled back; or four, of which the last is', () => {
  const [committed, rolledBack] = [
    'committed transaction: COMMITTED',
    'rolled-back transaction: ROLLED_BACK',
  ];

  expect(ends(oneTransaction.timeline)).toEqual([rolledBack]);
  expect(ends(later.timeline)).toEqual([committed, committed, committed, rolledBack]);
});
