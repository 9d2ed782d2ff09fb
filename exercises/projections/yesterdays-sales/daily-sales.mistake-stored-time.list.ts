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

/** What the report needs of each bill. It adds up when it is asked. */
export type Sales = readonly Readonly<{ storeId: string; day: BusinessDate; won: number }>[];

export const dailySales: Projection<Sales, SalesEvent> = {
  name: 'daily-sales',
  version: 1,
  initial: () => [],
  when: {
    BillSettled: (sales, { event: { data }, recordedAt }) => [
      ...sales,
      { storeId: data.storeId, day: toBusinessDate(recordedAt, BUSINESS_ZONE), won: data.won },
    ],
  },
};

/** The days of the range, the earliest first: every one of them, whether anything was sold or not. */
export function salesOf(sales: Sales, range: Range): readonly Day[] {
  const ofStore = sales.filter(({ storeId }) => storeId === range.storeId);
  return calendar(range).map((day) => {
    const amounts = ofStore.filter((bill) => bill.day === day).map(({ won }) => won);
    return { day, bills: amounts.length, won: sum(amounts), vatWon: sum(amounts.map(vatOf)) };
  });
}

function calendar({ from, to }: Range): BusinessDate[] {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const days = [];
  for (let after = 0; ; after += 1) {
    const day = toBusinessDate(Date.UTC(year, month - 1, date + after), 'UTC');
    if (day > to) return days;
    days.push(day);
  }
}

const vatOf = (won: number): number => (won - (won % 11)) / 11;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, won) => total + won, 0);
