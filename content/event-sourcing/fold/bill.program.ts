/** A bill of Haru Kitchen as a fold. */
import { eventFactory, fold, type DomainEvent } from 'past-tense';
import { fixedClock, sequentialIds } from 'past-tense/testing';

export type BillEvent =
  | DomainEvent<'DishServed', { dish: string; won: number }>
  | DomainEvent<'DishTakenOff', { dish: string; won: number; reason: string }>
  | DomainEvent<'BillSettled', { by: string }>;

// #region evolve
export type Bill = Readonly<{ won: number; settled: boolean }>;

export const initialBill = (): Bill => ({ won: 0, settled: false });

export function evolve(bill: Bill, event: BillEvent): Bill {
  switch (event.type) {
    case 'DishServed':
      return { ...bill, won: bill.won + event.data.won };
    case 'DishTakenOff':
      return { ...bill, won: bill.won - event.data.won };
    case 'BillSettled':
      return { ...bill, settled: true };
    default:
      return bill;
  }
}
// #endregion evolve

// #region load
export function billAfter(history: readonly BillEvent[]): Bill {
  return fold(evolve, initialBill(), history);
}
// #endregion load

const event = eventFactory(fixedClock(0), sequentialIds());

export const served = (dish: string, won: number): BillEvent => event('DishServed', { dish, won });
export const takenOff = (dish: string, won: number, reason: string): BillEvent =>
  event('DishTakenOff', { dish, won, reason });
export const settled = (): BillEvent => event('BillSettled', { by: 'card' });
