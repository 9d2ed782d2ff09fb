import { fold } from 'past-tense';
import { monthOf, type BillCorrected, type BillEvent, type CorrectBill } from './messages.ts';
import type { Tape } from './tape.ts';

type Bill = Readonly<{ settled: boolean; bookings: ReadonlyMap<string, number> }>;

const initialBill: Bill = { settled: false, bookings: new Map() };

/** Corrects a settled bill. Throws an Error if that is not allowed. */
export function correctBill(tape: Tape, command: CorrectBill): void {
  const { billId } = command.data;
  for (const event of decide(command, fold(evolve, initialBill, tape.read(billId))))
    tape.append(billId, event);
}

/** What the bill comes to, after all that has happened. */
export function totalOf(history: readonly BillEvent[]): number {
  return sumOf(fold(evolve, initialBill, history));
}

/** What is booked for this bill in each month: { '2026-02': 41000 }. */
export function bookingsOf(history: readonly BillEvent[]): Readonly<Record<string, number>> {
  return Object.fromEntries(fold(evolve, initialBill, history).bookings);
}

function decide({ data }: CorrectBill, bill: Bill): readonly BillCorrected[] {
  const said = [data.reason, data.by].every((text) => text.trim());
  if (!bill.settled || !said || data.shouldBe < 0)
    throw new RangeError(`${data.billId} cannot be corrected so.`);
  const difference = data.shouldBe - sumOf(bill);
  const { reason, by, at, commandId } = data;
  const corrected: BillCorrected = {
    type: 'BillCorrected',
    data: { difference, reason, by },
    eventId: commandId,
    occurredAt: at,
  };
  return difference ? [corrected] : [];
}

function evolve(bill: Bill, event: BillEvent): Bill {
  if (event.type === 'BillSettled') return booked({ ...bill, settled: true }, event, event.data.won);
  if (event.type === 'BillCorrected') return booked(bill, event, event.data.difference);
  return bill;
}

function booked(bill: Bill, event: BillEvent, won: number): Bill {
  const month = monthOf(event.occurredAt);
  return { ...bill, bookings: new Map(bill.bookings).set(month, (bill.bookings.get(month) ?? 0) + won) };
}

function sumOf({ bookings }: Bill): number {
  return [...bookings.values()].reduce((sum, won) => sum + won, 0);
}
