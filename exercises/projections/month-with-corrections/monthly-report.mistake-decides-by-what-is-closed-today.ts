import { toBusinessDate, type BusinessDate, type Projection } from 'past-tense';
import { vatOf, type AccountingEvent, type Month } from './events.ts';

export const BUSINESS_ZONE = 'Asia/Seoul';

export type Day = Readonly<{ day: BusinessDate; won: number; vatWon: number }>;

/** What is booked in another month than that of the bill. */
export type Adjustment = Readonly<{
  /** The month in which the bill was settled. */
  of: Month;
  billId: string;
  won: number;
  vatWon: number;
  /** That of the correction, or `late` for a bill that came in after its month was closed. */
  reason: string;
}>;

export type MonthReport = Readonly<{
  month: Month;
  closed: boolean;
  /** The days on which something was booked, the earliest first. */
  days: readonly Day[];
  /** In the order in which they were recorded. */
  adjustments: readonly Adjustment[];
  /** Of all days and adjustments. */
  won: number;
  vatWon: number;
}>;

/** What is booked in an open month stays where it is, because it is decided when it is recorded. */
export type Ledger = Readonly<{
  closed: readonly Month[];
  /** The month in which each bill was settled. */
  settledIn: Readonly<Record<string, Month>>;
  booked: readonly Booking[];
}>;

type Booking = Adjustment & Readonly<{ month: Month; day: BusinessDate }>;

export const monthlyReport: Projection<Ledger, AccountingEvent> = {
  name: 'monthly-report',
  version: 1,
  initial: () => ({ closed: [], settledIn: {}, booked: [] }),
  when: {
    BillSettled(ledger, { event }) {
      const { billId, won } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const settledIn = { ...ledger.settledIn, [billId]: monthOf(day) };
      return book({ ...ledger, settledIn }, { billId, day, won, reason: 'late' });
    },
    BillCorrected(ledger, { event }) {
      const { billId, difference, reason } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      return book(ledger, { billId, day, won: difference, reason });
    },
    MonthClosed: (ledger, { event }) => ({ ...ledger, closed: [...ledger.closed, event.data.month] }),
  },
};

/** The report of a month; one with zeros if nothing was booked in it. */
export function reportOf({ closed, booked }: Ledger, month: Month): MonthReport {
  const bookings = booked.filter((booking) => {
    let at = booking.month;
    while (closed.includes(at)) at = monthAfter(at);
    return at === month;
  });
  const ofTheMonth = bookings.filter(({ of }) => of === month);
  const days = [...new Set(ofTheMonth.map(({ day }) => day))].toSorted();
  return {
    month,
    closed: closed.includes(month),
    days: days.map((day) => ({ day, ...totalOf(ofTheMonth.filter((booking) => booking.day === day)) })),
    adjustments: bookings
      .filter(({ of }) => of !== month)
      .map(({ of, billId, won, vatWon, reason }) => ({ of, billId, won, vatWon, reason })),
    ...totalOf(bookings),
  };
}

function book(
  ledger: Ledger,
  slip: Readonly<{ billId: string; day: BusinessDate; won: number; reason: string }>,
): Ledger {
  const happened = monthOf(slip.day);
  const month = happened;
  const of = ledger.settledIn[slip.billId] ?? happened;
  return { ...ledger, booked: [...ledger.booked, { ...slip, month, of, vatWon: vatOf(slip.won) }] };
}

function totalOf(bookings: readonly Booking[]): { won: number; vatWon: number } {
  return {
    won: bookings.reduce((sum, { won }) => sum + won, 0),
    vatWon: bookings.reduce((sum, { vatWon }) => sum + vatWon, 0),
  };
}

const monthOf = (day: BusinessDate): Month => day.slice(0, 7);

function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
