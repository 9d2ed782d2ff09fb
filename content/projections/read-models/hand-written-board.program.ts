/** The board that services keep up to date by hand. */
import type { Database } from 'past-tense';

export type BoardRow = { id: string; table: number; status: string };

// #region services
export class OrderService {
  constructor(private readonly database: Database) {}

  place(orderId: string, table: number): void {
    // … the order itself …
    this.board().put({ id: orderId, table, status: 'waiting' });
  }

  complete(orderId: string): void {
    // …
    this.board().delete(orderId);
  }

  private board() {
    return this.database.table<BoardRow>('board');
  }
}

// Another team, another service: what is cancelled at the kiosk is an order, too.
export class KioskService {
  constructor(private readonly orders: Set<string>) {}

  cancel(orderId: string): void {
    this.orders.delete(orderId);
  }
}
// #endregion services
