/** Two tablets that have read the same bill. The lesson asks what run() returns. */
import { WrongExpectedVersionError } from 'past-tense';
import { served, settled, storeWithBill, type BillEvent } from './bill.program.ts';

export function run(): string {
  // #region run
  const store = storeWithBill(); // bulgogi and beer, 41,000 won
  const append = (event: BillEvent, expectedRevision: number): string => {
    try {
      store.appendToStream('bill-12', [event], { expectedRevision });
      return event.type;
    } catch (error) {
      return error instanceof WrongExpectedVersionError ? 'conflict' : 'error';
    }
  };

  const seen = store.readStream('bill-12').at(-1)!.revision;
  const counter = append(settled(41_000), seen);
  const waiter = append(served('hotteok', 6_000), seen);

  return `saw ${seen}: ${counter}, ${waiter}, events: ${store.readStream('bill-12').length}`;
  // #endregion run
}
