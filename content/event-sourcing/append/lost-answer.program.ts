/** The same append three times, the last one with another event in it. The lesson asks what run() returns. */
import { WrongExpectedVersionError } from 'past-tense';
import { served, storeWithBill, type BillEvent } from './bill.program.ts';

export function run(): string {
  // #region run
  const store = storeWithBill(); // two events, the last has revision 1
  const append = (...events: readonly BillEvent[]): string => {
    try {
      const { idempotent } = store.appendToStream('bill-12', events, { expectedRevision: 1 });
      return idempotent ? 'there already' : 'written';
    } catch (error) {
      return error instanceof WrongExpectedVersionError ? 'conflict' : 'error';
    }
  };
  const hotteok = served('hotteok', 6_000);
  const tea = served('tea', 4_000);
  const coffee = served('coffee', 5_000);

  return [append(hotteok, tea), append(hotteok, tea), append(hotteok, coffee)].join(', ');
  // #endregion run
}
