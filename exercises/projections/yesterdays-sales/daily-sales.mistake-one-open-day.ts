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

type Open = Readonly<Record<string, Day>>;
/** The day that runs in each store, and those that are over. */
export type Sales = Readonly<{ open: Open; over: readonly (Day & Readonly<{ storeId: string }>)[] }>;

export const dailySales: Projection<Sales, SalesEvent> = {
  name: 'daily-sales',
  version: 1,
  initial: () => ({ open: {}, over: [] }),
  when: {
    BillSettled({ open, over }, { event }) {
      const { storeId, won } = event.data;
      const day = toBusinessDate(event.occurredAt, BUSINESS_ZONE);
      const running = open[storeId] ?? nothing(day);
      const today = running.day === day ? running : nothing(day);
      return {
        open: {
          ...open,
          [storeId]: {
            day,
            bills: today.bills + 1,
            won: today.won + won,
            vatWon: today.vatWon + Math.floor(won / 11),
          },
        },
        over: running.day === day ? over : [...over, { ...running, storeId }],
      };
    },
  },
};

/** The days of the range, the earliest first: every one of them, whether anything was sold or not. */
export function salesOf({ open, over }: Sales, { storeId, from, to }: Range): readonly Day[] {
  const running = open[storeId];
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    const closed = over.find((each) => each.storeId === storeId && each.day === day);
    const { bills, won, vatWon } = closed ?? (running?.day === day ? running : nothing(day));
    days.push({ day, bills, won, vatWon });
  }
  return days;
}

const nothing = (day: BusinessDate): Day => ({ day, bills: 0, won: 0, vatWon: 0 });

function dayAfter(day: BusinessDate): BusinessDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
