/** An evolve that also prints. The lesson asks what run() returns. */
import { fold } from 'past-tense';
import { evolve, initialBill, served, settled, type Bill, type BillEvent } from './bill.program.ts';

export function run(): string {
  // #region run
  let slips = 0;
  const printing = (bill: Bill, event: BillEvent): Bill => {
    if (event.type === 'DishServed') slips += 1; // a slip for the kitchen
    return evolve(bill, event);
  };
  const history = [served('bibimbap', 12_000), served('tteokbokki', 9_000), settled()];

  fold(printing, initialBill(), history); // the guest pays
  fold(printing, initialBill(), history); // the guest asks for a receipt
  fold(printing, initialBill(), history); // the month is closed

  return `slips: ${slips}`;
  // #endregion run
}
