import type { BusinessDate } from './business-date.ts';
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

/** The view. Its shape is yours, as long as it is plain data. */
export type Sales = Readonly<{ days: readonly Day[] }>;

export const dailySales: Projection<Sales, SalesEvent> = {
  name: 'daily-sales',
  version: 1,
  initial: () => ({ days: [] }),
  when: {},
};

// `_range` is named so because nobody uses it yet.
/** The days of the range, the earliest first: every one of them, whether anything was sold or not. */
export function salesOf(sales: Sales, _range: Range): readonly Day[] {
  return sales.days;
}
