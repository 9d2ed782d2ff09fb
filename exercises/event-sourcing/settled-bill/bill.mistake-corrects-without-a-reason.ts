import { monthOf, type BillEvent, type CorrectBill } from './messages.ts';
import type { Tape } from './tape.ts';

/** Corrects a settled bill. Throws an Error if that is not allowed. */
export function correctBill(tape: Tape, command: CorrectBill): void {
  const { billId, shouldBe, reason, by, at, commandId } = command.data;
  const history = tape.read(billId);
  if (!history.some(({ type }) => type === 'BillSettled')) throw new Error(`${billId} is not settled.`);
  if (shouldBe < 0) throw new Error('A bill does not come to less than 0 won.');

  const difference = shouldBe - totalOf(history);
  if (difference === 0) return;
  tape.append(billId, {
    type: 'BillCorrected',
    data: { difference, reason, by },
    eventId: `${commandId}/1`,
    occurredAt: at,
  });
}

/** What the bill comes to, after all that has happened. */
export function totalOf(history: readonly BillEvent[]): number {
  return history.reduce((won, event) => won + bookedBy(event), 0);
}

/** What is booked for this bill in each month: { '2026-02': 41000 }. */
export function bookingsOf(history: readonly BillEvent[]): Readonly<Record<string, number>> {
  const booked: Record<string, number> = {};
  for (const event of history) {
    const month = monthOf(event.occurredAt);
    const won = bookedBy(event);
    if (won !== 0) booked[month] = (booked[month] ?? 0) + won;
  }
  return booked;
}

function bookedBy(event: BillEvent): number {
  switch (event.type) {
    case 'BillSettled':
      return event.data.won;
    case 'BillCorrected':
      return event.data.difference;
    default:
      return 0;
  }
}
