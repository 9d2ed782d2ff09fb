/** What was sold on each day of Seoul. */
import { toBusinessDate, type BusinessDate, type Projection } from 'past-tense';
import type { BillSettled } from './bills.program.ts';

// #region projection
type Sales = Readonly<Record<BusinessDate, number>>;

export const dailySales: Projection<Sales, BillSettled> = {
  name: 'daily-sales',
  version: 1,
  initial: () => ({}),
  when: {
    BillSettled(sales, { event }) {
      const day = toBusinessDate(event.occurredAt, 'Asia/Seoul');
      return { ...sales, [day]: (sales[day] ?? 0) + event.data.won };
    },
  },
};
// #endregion projection
