import { expect, it } from 'vitest';
import { inMemoryDatabase, projector } from 'past-tense';
import { dishes, run as dishesOfTheWeek } from './dishes.program.ts';
import { OrderService, KioskService, type BoardRow } from './hand-written-board.program.ts';
import { openOrders } from './open-orders.program.ts';
import { evening, storeWith } from './orders.program.ts';
import { takenTables } from './taken-tables.program.ts';
import { run as twoSignUps } from './two-sign-ups.program.ts';

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
