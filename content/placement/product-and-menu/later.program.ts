/** The price first, then each menu in a transaction of its own. The lesson asks what run() returns. */
import { manualScheduler } from 'past-tense';
import { board, hide, priceOf, withNamedPolicy } from './board.program.ts';

export function run(kitchen = board()): string {
  const { transactions, products, menus, publisher, event, rice, hidden } = kitchen;
  const later = manualScheduler();
  // #region run
  publisher.subscribe('ProductPriceChanged', ({ data }) => {
    for (const { id } of menus.find((row) => row.products.includes(data.productId))) {
      afterCommit(() => later.submit(() => transactions.execute(() => review(id))));
    }
  });

  transactions.execute(() => {
    products.put({ id: 'rice', price: 800 });
    publisher.publish(event('ProductPriceChanged', { productId: 'rice', from: 1_000, to: 800 }));
  });
  const before = `${rice()} won, hidden: ${hidden()}`;

  let failed = 0;
  while (later.pending() > 0) {
    try {
      later.runNext();
    } catch {
      failed += 1; // somebody has to look at this menu, and try again
    }
  }
  return `${before}; then hidden: ${hidden()}, failed: ${failed}`;
  // #endregion run

  function afterCommit(work: () => void): void {
    transactions.registerSynchronization({
      afterCompletion: (status) => void (status === 'COMMITTED' && work()),
    });
  }

  function review(menuId: string): void {
    const menu = menus.get(menuId)!;
    const cost = menu.products.reduce((sum, id) => sum + priceOf(products, id), 0);
    menus.put(hide(menu, cost));
  }
}

export function timeline(): () => void {
  const kitchen = withNamedPolicy(board());
  return () => void run(kitchen);
}
