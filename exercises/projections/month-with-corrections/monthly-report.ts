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

/** The view. Its shape is yours, as long as it is plain data. */
export type Ledger = Readonly<{ days: readonly Day[] }>;

export const monthlyReport: Projection<Ledger, AccountingEvent> = {
  name: 'monthly-report',
  version: 1,
  initial: () => ({ days: [] }),
  when: {
    BillSettled({ days }, { event }) {
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const { won } = event.data;
      return { days: [...days, { day, won, vatWon: vatOf(won) }] };
    },
  },
};

/** The report of a month; one with zeros if nothing was booked in it. */
export function reportOf({ days }: Ledger, month: Month): MonthReport {
  return { month, closed: false, days, adjustments: [], won: 0, vatWon: 0 };
}
