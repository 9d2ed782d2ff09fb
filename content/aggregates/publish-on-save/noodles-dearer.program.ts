/** The noodles get dearer: the price is changed, and the menu saved by a repository with a transaction of its own. */
import {
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  publishingRepository,
  tableRepository,
  transactionManager,
} from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { Menu, type MenuEvent } from './menu.program.ts';

/** @param listener Hears that the menu was priced. */
export function noodlesGetDearer(id: string, listener: () => void): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const publisher = eventPublisher<MenuEvent>();
  publisher.subscribe('MenuPriced', listener, { id });
  const stored = tableRepository({
    table: database.table<{ id: string; won: number }>('menus'),
    toRow: ({ id: menuId, won }: Menu) => ({ id: menuId, won }),
    fromRow: ({ id: menuId, won }) => new Menu(menuId, won, event),
  });
  const menus = publishingRepository(stored, publisher);
  const noodles = new Menu('noodles', 8_000, event);
  return () => {
    try {
      during({ kind: 'command', place: 'caller', name: 'PriceService', label: 'changePrice' }, () => {
        noodles.changePrice(9_000);
        transactions.execute(() => menus.save(noodles));
      });
    } catch {
      // The screen says that the price was not changed.
    }
  };
}
