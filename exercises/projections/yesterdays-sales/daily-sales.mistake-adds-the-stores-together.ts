import { toBusinessDate, type BusinessDate } from './business-date.ts';
import type { Projection, SalesEvent } from './events.ts';

/** The time zone of every store of Haru Kitchen. */
export const BUSINESS_ZONE = 'Asia/Seoul';

/** What a store sold on one day. */
export type Day = Readonly<{
  day: BusinessDate;
  bills: number;
  won: number;
  /** The tax that its receipts say: of each an eleventh, without what is less than one won. */
  vatWon: number;
}>;

/** `from` and `to` both belong to it. */
export type Range = Readonly<{ storeId: string; from: BusinessDate; to: BusinessDate }>;

/** By day. */
export type Sales = Readonly<Record<string, Day>>;

export const dailySales: Projection<Sales, SalesEvent> = {
  name: 'daily-sales',
  version: 1,
  initial: () => ({}),
  when: {
    BillSettled(sales, { event }) {
      const { won } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const before = on(sales, day);
      return {
        ...sales,
        [day]: {
          day,
          bills: before.bills + 1,
          won: before.won + won,
          vatWon: before.vatWon + Math.floor(won / 11),
        },
      };
    },
  },
};

/** The days of the range, the earliest first: every one of them, whether anything was sold or not. */
export function salesOf(sales: Sales, { from, to }: Range): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) days.push(on(sales, day));
  return days;
}

const on = (sales: Sales, day: BusinessDate): Day => sales[day] ?? { day, bills: 0, won: 0, vatWon: 0 };

/** A date is no moment: counted in UTC, every day has 24 hours. */
function dayAfter(day: BusinessDate): BusinessDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
