import type { BillEvent } from './messages.ts';

/**
 * The streams of Haru Kitchen's bills, as an earlier developer left them. A real event store has no `replace` and no
 * `remove`; a table of events in a database has both.
 */
export interface Tape {
  /** The events of a bill, the oldest first. */
  read(billId: string): readonly BillEvent[];
  append(billId: string, event: BillEvent): void;
  /** Puts another event in the place of the one with this revision. */
  replace(billId: string, revision: number, event: BillEvent): void;
  /** Takes the event with this revision out. */
  remove(billId: string, revision: number): void;
}
