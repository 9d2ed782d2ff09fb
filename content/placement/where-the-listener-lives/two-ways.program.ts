/** A price event and the clerk's button: two ways to the same decision of the menu. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  transactionManager,
} from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { listen, MenuService } from './menu-service.program.ts';
import { Menu as DecidingMenu } from './menu.program.ts';
import type { MenuHidden, MenuRow, ProductPriceChanged } from './menu.program.ts';

class Menu extends DecidingMenu {
  override review(cost: number): void {
    during({ kind: 'call', place: 'aggregate', name: this, label: `review(${cost})` }, () =>
      super.review(cost),
    );
  }
}

export function timeline(): () => void {
  const database = inMemoryDatabase();
  const publisher = eventPublisher<ProductPriceChanged | MenuHidden>();
  const event = eventFactory(fixedClock(0), sequentialIds());
  const table = database.table<MenuRow>('menus');
  const fromRow = (row: MenuRow): DecidingMenu => new Menu(row, event);
  const stored = tableRepository({ table, toRow: (menu: DecidingMenu) => menu.toRow(), fromRow });
  const service = new MenuService(
    {
      ...publishingRepository(stored, publisher),
      containing(productId) {
        const rows = table.find(({ lines }) => lines.some((line) => line.productId === productId));
        for (const { id } of rows) note({ kind: 'loaded', place: 'repository', label: id });
        return rows.map(fromRow);
      },
    },
    { of: () => 3_000 },
    transactionManager(database),
  );
  const named: typeof publisher = {
    ...publisher,
    subscribe: (type, listener) => publisher.subscribe(type, listener, { id: 'MenuService.on' }),
  };
  listen(named, service);
  table.put({
    id: 'lunch-set',
    price: 7_000,
    displayed: true,
    lines: [{ productId: 'gimbap', quantity: 2 }],
  });
  return () => {
    publisher.publish(event('ProductPriceChanged', { productId: 'gimbap', from: 4_000, to: 3_000 }));
    during(
      { kind: 'command', place: 'caller', name: { en: 'Clerk', ko: '직원' }, label: 'reviewMenu(lunch-set)' },
      () => service.reviewMenu('lunch-set'),
    );
  };
}
