/** A batch that sums what was stored yesterday, and a projection. The lesson asks what run() returns. */
import { projector, toBusinessDate } from 'past-tense';
import { storeWith } from './bills.program.ts';
import { dailySales } from './daily-sales.program.ts';

export function run(): string {
  // #region run
  const store = storeWith([
    { settled: '2026-08-21 19:00', won: 20_000 }, // Friday
    { settled: '2026-08-22 08:30', won: 4_000 }, // Saturday
    { settled: '2026-08-21 21:00', won: 5_000, stored: '2026-08-22 09:00' },
  ]);

  const batch = (day: string): number =>
    store
      .readAll()
      .filter(({ recordedAt }) => toBusinessDate(recordedAt, 'Asia/Seoul') === day)
      .reduce((sum, { event }) => sum + event.data.won, 0);

  const sales = projector(store, dailySales);
  sales.catchUp();
  const view = (day: string): number => sales.view()[day] ?? 0;
  // #endregion run
  const [friday, saturday] = ['2026-08-21', '2026-08-22'] as const;
  return `batch: ${batch(friday)} + ${batch(saturday)}, view: ${view(friday)} + ${view(saturday)}`;
}
