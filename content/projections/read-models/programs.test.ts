import { expect, it } from 'vitest';
import { inMemoryDatabase, projector } from 'past-tense';
import { dishes, run as dishesOfTheWeek } from './dishes.program.ts';
import { OrderService, KioskService, type BoardRow } from './hand-written-board.program.ts';
import { openOrders } from './open-orders.program.ts';
import { evening, storeWith } from './orders.program.ts';
import { takenTables } from './taken-tables.program.ts';
import { run as twoSignUps } from './two-sign-ups.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as threeScreens from './three-screens.program.ts';

it('the board written by hand: what another service cancels goes on hanging', () => {
  const database = inMemoryDatabase();
  const orders = new Set(['order-7']);

  new OrderService(database).place('order-7', 4);
  new KioskService(orders).cancel('order-7');

  expect(orders.size).toBe(0);
  expect(database.table<BoardRow>('board').get('order-7')?.status).toBe('waiting');
});

it('the figure: three screens after each event of the evening', () => {
  const seen = evening.map((_, index) => {
    const store = storeWith(evening.slice(0, index + 1));
    const screens = [projector(store, openOrders), projector(store, takenTables), projector(store, dishes)];
    return screens.map((screen) => {
      screen.catchUp();
      return screen.view();
    });
  });

  expect(seen).toEqual([
    [{ 'order-7': 'waiting' }, { 'order-7': 4 }, {}],
    [{ 'order-7': 'waiting' }, { 'order-7': 4 }, { bibimbap: 2 }],
    [{ 'order-7': 'waiting', 'order-8': 'waiting' }, { 'order-7': 4, 'order-8': 2 }, { bibimbap: 2 }],
    [{ 'order-7': 'accepted', 'order-8': 'waiting' }, { 'order-7': 4, 'order-8': 2 }, { bibimbap: 2 }],
    [{ 'order-8': 'waiting' }, { 'order-8': 2 }, { bibimbap: 2 }],
  ]);
});

it('a view that is asked for on Friday knows of Monday', () => {
  expect(dishesOfTheWeek()).toBe('before: 0, after: 7');
});

it('a view that is behind lets both sign-ups through', () => {
  expect(twoSignUps()).toBe('members: 2, addresses: 1');
});

it('three screens: each changes only at the events that its question is about', () => {
  const shown = happeningsOf(threeScreens.timeline).filter((line) => !line.startsWith('read'));

  expect(shown).toEqual([
    'appended order-7: OrderPlaced',
    'projected Open orders: 7 waiting',
    'projected Taken tables: 4',
    'appended order-7: LineAdded',
    'projected Dishes: bibimbap 2',
    'appended order-8: OrderPlaced',
    'projected Open orders: 7 waiting, 8 waiting',
    'projected Taken tables: 2, 4',
    'appended order-7: OrderAccepted',
    'projected Open orders: 7 accepted, 8 waiting',
    'appended order-7: OrderCancelled',
    'projected Open orders: 8 waiting',
    'projected Taken tables: 2',
  ]);
});
