/** The price and all menus in one transaction. The lesson asks what run() returns. */
import { board, hide, priceOf, withNamedPolicy } from './board.program.ts';

export function run(kitchen = board()): string {
  const { transactions, products, menus, publisher, event, rice, hidden } = kitchen;
  // #region run
  publisher.subscribe('ProductPriceChanged', ({ data }) => {
    for (const menu of menus.find((row) => row.products.includes(data.productId))) {
      const cost = menu.products.reduce((sum, id) => sum + priceOf(products, id), 0);
      menus.put(hide(menu, cost));
    }
  });

  try {
    transactions.execute(() => {
      products.put({ id: 'rice', price: 800 });
      publisher.publish(event('ProductPriceChanged', { productId: 'rice', from: 1_000, to: 800 }));
    });
  } catch {
    // The third menu contains oden, and oden has been deleted from the products.
  }
  return `rice: ${rice()} won, hidden: ${hidden()}`;
  // #endregion run
}

export function timeline(): () => void {
  const kitchen = withNamedPolicy(board());
  return () => void run(kitchen);
}
