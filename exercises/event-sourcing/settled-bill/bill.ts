import { monthOf, type BillEvent, type CorrectBill } from './messages.ts';
import type { Tape } from './tape.ts';

// `_tape` and `_command` are named so because nobody uses them yet.
/** Corrects a settled bill. Throws an Error if that is not allowed. */
export function correctBill(_tape: Tape, _command: CorrectBill): void {}

/** What the bill comes to, after all that has happened. */
export function totalOf(history: readonly BillEvent[]): number {
  return history.reduce((won, event) => (event.type === 'BillSettled' ? event.data.won : won), 0);
}

/** What is booked for this bill in each month: { '2026-02': 41000 }. */
export function bookingsOf(history: readonly BillEvent[]): Readonly<Record<string, number>> {
  const booked: Record<string, number> = {};
  for (const event of history) {
    if (event.type === 'BillSettled') booked[monthOf(event.occurredAt)] = event.data.won;
  }
  return booked;
}
