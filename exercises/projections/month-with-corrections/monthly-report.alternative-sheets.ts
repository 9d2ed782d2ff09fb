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

type Sheet = Readonly<{ closed: boolean; days: readonly Day[]; adjustments: readonly Adjustment[] }>;

/** The finished sheets, and the month of each bill for its corrections. */
export type Ledger = Readonly<{
  sheets: Readonly<Record<Month, Sheet>>;
  bills: Readonly<Record<string, Month>>;
}>;

export const monthlyReport: Projection<Ledger, AccountingEvent> = {
  name: 'monthly-report',
  version: 1,
  initial: () => ({ sheets: {}, bills: {} }),
  when: {
    BillSettled({ sheets, bills }, { event }) {
      const { billId, won } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const of = day.slice(0, 7);
      const month = firstOpen(sheets, of);
      const sheet = sheetOf(sheets, month);
      const next = month === of ? onDay(sheet, day, won) : adjusted(sheet, of, billId, won, 'late');
      return { sheets: { ...sheets, [month]: next }, bills: { ...bills, [billId]: of } };
    },
    BillCorrected({ sheets, bills }, { event }) {
      const { billId, difference, reason } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const month = firstOpen(sheets, day.slice(0, 7));
      const of = bills[billId] ?? month;
      const sheet = sheetOf(sheets, month);
      const next =
        month === of ? onDay(sheet, day, difference) : adjusted(sheet, of, billId, difference, reason);
      return { sheets: { ...sheets, [month]: next }, bills };
    },
    MonthClosed({ sheets, bills }, { event: { data } }) {
      return { sheets: { ...sheets, [data.month]: { ...sheetOf(sheets, data.month), closed: true } }, bills };
    },
  },
};

/** The report of a month; one with zeros if nothing was booked in it. */
export function reportOf({ sheets }: Ledger, month: Month): MonthReport {
  const { closed, days, adjustments } = sheetOf(sheets, month);
  let [won, vatWon] = [0, 0];
  for (const part of [...days, ...adjustments]) {
    won += part.won;
    vatWon += part.vatWon;
  }
  return { month, closed, days, adjustments, won, vatWon };
}

const sheetOf = (sheets: Ledger['sheets'], month: Month): Sheet =>
  sheets[month] ?? { closed: false, days: [], adjustments: [] };

function firstOpen(sheets: Ledger['sheets'], month: Month): Month {
  if (!sheetOf(sheets, month).closed) return month;
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5))));
  return firstOpen(sheets, next.toISOString().slice(0, 7));
}

function onDay(sheet: Sheet, day: BusinessDate, won: number): Sheet {
  const before = sheet.days.find((each) => each.day === day) ?? { day, won: 0, vatWon: 0 };
  const now = { day, won: before.won + won, vatWon: before.vatWon + vatOf(won) };
  const days = [...sheet.days.filter((each) => each.day !== day), now];
  return { ...sheet, days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)) };
}

function adjusted(sheet: Sheet, of: Month, billId: string, won: number, reason: string): Sheet {
  const adjustment = { of, billId, won, vatWon: vatOf(won), reason };
  return { ...sheet, adjustments: [...sheet.adjustments, adjustment] };
}
