/** Two evenings that come to one row. The lesson asks what run() returns. */
import { eveningOfTheComplaint, quietEvening, rowOf, type BillEvent } from './bill.program.ts';

export function run(): string {
  // #region run
  const takenOff = (history: readonly BillEvent[]) =>
    history.filter(({ type }) => type === 'DishTakenOff').length;

  const one = JSON.stringify(rowOf(eveningOfTheComplaint));
  const other = JSON.stringify(rowOf(quietEvening));

  const rows = one === other ? 'same' : 'different';
  return `rows: ${rows}, taken off: ${takenOff(eveningOfTheComplaint)} and ${takenOff(quietEvening)}`;
  // #endregion run
}
