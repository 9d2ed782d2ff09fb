/** Two tablets at one bill: both have read it, and one of them comes first. */
import { during } from 'past-tense/testing';
import { served, settled, storeWithBill, type BillEvent } from './bill.program.ts';

export function timeline(): () => void {
  const store = storeWithBill();
  const counter = { en: 'Counter', ko: '카운터' };
  const waiter = { en: 'Waiter', ko: '직원' };
  const reads = (name: typeof counter): number =>
    during(
      { kind: 'call', place: 'caller', name, label: { en: 'opens the bill', ko: '계산서를 연다' } },
      () => store.readStream('bill-12').at(-1)!.revision,
    );
  const appends = (name: typeof counter, label: string, event: BillEvent, seen: number): void => {
    const expected = { en: `${label}, expects ${seen}`, ko: `${label}, 기대 ${seen}` };
    try {
      during({ kind: 'command', place: 'caller', name, label: expected }, () =>
        store.appendToStream('bill-12', [event], { expectedRevision: seen }),
      );
    } catch {
      // The tablet says that somebody was faster.
    }
  };
  return () => {
    const seenByCounter = reads(counter);
    const seenByWaiter = reads(waiter);
    appends(counter, 'Settle', settled(41_000), seenByCounter);
    appends(waiter, 'Serve hotteok', served('hotteok', 6_000), seenByWaiter);
  };
}
