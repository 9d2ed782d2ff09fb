/** Dirty checking in little: what was loaded in a transaction is written before its commit, if it changed. */
import { eventFactory, eventPublisher, inMemoryDatabase, transactionManager } from 'past-tense';
import { during, fixedClock, sequentialIds } from 'past-tense/testing';
import { PriceService } from './change-price.program.ts';
import { Menu, type MenuEvent } from './menu.program.ts';

export function timeline(): () => void {
  const event = eventFactory(fixedClock(0), sequentialIds());
  const database = inMemoryDatabase();
  const transactions = transactionManager(database);
  const publisher = eventPublisher<MenuEvent>();
  publisher.subscribe('MenuPriced', () => {}, { id: 'MenuBoard' });
  const table = database.table<{ id: string; won: number }>('menus');
  table.put({ id: 'noodles', won: 8_000 });

  const entityManager = {
    findById(id: string): Menu {
      const loaded = new Menu(id, table.get(id)!.won, event);
      const won = loaded.won;
      transactions.registerSynchronization({
        beforeCommit: () => void (loaded.won !== won && table.put({ id, won: loaded.won })),
      });
      return loaded;
    },
    save: refuse,
    saveAll: refuse,
    delete: refuse,
    deleteById: refuse,
  };
  const service = new PriceService(entityManager);
  return () =>
    during({ kind: 'command', place: 'caller', name: 'PriceService', label: 'changePrice' }, () =>
      transactions.execute(() => service.changePrice('noodles', 9_000)),
    );
}

function refuse(): never {
  throw new Error('Nobody calls this.');
}
