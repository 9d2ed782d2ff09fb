import { expect, it } from 'vitest';
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  transactionManager,
} from 'past-tense';
import { collectEvents, fixedClock, sequentialIds } from 'past-tense/testing';
import * as listeningMenu from './listening-menu.program.ts';
import { listen, MenuService } from './menu-service.program.ts';
import { Menu, type MenuHidden, type MenuRow, type ProductPriceChanged } from './menu.program.ts';
import * as twoRules from './two-rules.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as twoWays from './two-ways.program.ts';

it('two copies of one rule hide different menus', () => {
  expect(twoRules.run()).toBe('shown, then hidden');
});

it('a menu that subscribes in its constructor hears an event once for each time that it was loaded', () => {
  expect(listeningMenu.run()).toBe('hidden 3 times');
});

it.each(['the event', 'the command'])('one rule for both ways: %s', (way) => {
  const { change, reviewMenu, shown, heard } = kitchen();

  change(3_500);
  if (way === 'the command') reviewMenu('lunch-set');
  expect(shown('lunch-set')).toBe(true);

  change(3_499);
  if (way === 'the command') reviewMenu('lunch-set');
  expect(shown('lunch-set')).toBe(false);
  expect(heard.map(({ data }) => data)).toEqual([{ menuId: 'lunch-set', cost: 6_998 }]);
});

function kitchen() {
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const publisher = eventPublisher<ProductPriceChanged | MenuHidden>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const table = database.table<MenuRow>('menus');
  const fromRow = (row: MenuRow) => new Menu(row, event);
  const stored = tableRepository({ table, toRow: (menu: Menu) => menu.toRow(), fromRow });
  const menus = {
    ...publishingRepository(stored, publisher),
    containing: (productId: string) =>
      table.find(({ lines }) => lines.some((line) => line.productId === productId)).map(fromRow),
  };
  let price = 4_000;
  const service = new MenuService(menus, { of: () => price }, transactions);
  listen(publisher, service);
  table.put({
    id: 'lunch-set',
    price: 7_000,
    displayed: true,
    lines: [{ productId: 'gimbap', quantity: 2 }],
  });
  return {
    heard: collectEvents(publisher, 'MenuHidden'),
    reviewMenu: (id: string) => service.reviewMenu(id),
    shown: (id: string) => menus.findById(id)!.isDisplayed,
    change(to: number) {
      const from = price;
      price = to;
      transactions.execute(() =>
        publisher.publish(event('ProductPriceChanged', { productId: 'gimbap', from, to })),
      );
    },
  };
}

it('two ways: event and button end in the same call, and only the event has no transaction of its own', () => {
  const happened = happeningsOf(twoWays.timeline);
  const button = happened.indexOf('command Clerk: reviewMenu(lunch-set)');
  const [byEvent, byButton] = [happened.slice(0, button), happened.slice(button)];

  for (const way of [byEvent, byButton]) expect(way).toContain('call Menu lunch-set: review(6000)');
  expect(byEvent).toContain('registered Menu lunch-set: MenuHidden');
  expect(byEvent).not.toContain('began transaction: REQUIRED');
  expect(byButton).toContain('began transaction: REQUIRED');
});
