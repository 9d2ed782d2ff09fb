/** The rule of March in evolve, in two ways, and three bills from before. The lesson asks what run() returns. */
import { fold } from 'past-tense';
import { billAfter, evolve, initialBill, served, settled, takenOff } from './bill.program.ts';
import type { Bill, BillEvent } from './bill.program.ts';

// #region rule
const MOST_TAKEN_OFF = 30_000; // since 1 March

const breaksTheRule = (event: BillEvent) => event.type === 'DishTakenOff' && event.data.won > MOST_TAKEN_OFF;

function strict(bill: Bill, event: BillEvent): Bill {
  if (breaksTheRule(event)) throw new Error('That is too much to take off.');
  return evolve(bill, event);
}

function lenient(bill: Bill, event: BillEvent): Bill {
  return breaksTheRule(event) ? bill : evolve(bill, event);
}
// #endregion rule

export const february: readonly (readonly BillEvent[])[] = [
  [served('bibimbap', 12_000), settled()],
  [served('party platter', 90_000), takenOff('party platter', 45_000, 'half of it burnt'), settled()],
  [served('naengmyeon', 11_000), settled()],
];

export function run(): string {
  // #region run
  const loaded = february.filter((history) => {
    try {
      fold(strict, initialBill(), history);
      return true;
    } catch {
      return false;
    }
  });
  const wonBy = (load: (history: readonly BillEvent[]) => Bill) =>
    february.reduce((sum, history) => sum + load(history).won, 0);
  const difference = wonBy((history) => fold(lenient, initialBill(), history)) - wonBy(billAfter);

  return `strict loads ${loaded.length} of 3, lenient is off by ${difference} won`;
  // #endregion run
}
