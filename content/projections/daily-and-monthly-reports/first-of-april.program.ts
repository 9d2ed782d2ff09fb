/** Three bills around the end of March, counted by month. The lesson asks what run() returns. */
import { toBusinessDate } from 'past-tense';
import { storeWith } from './bills.program.ts';

export function run(): string {
  // #region run
  const store = storeWith([
    { settled: '2026-03-31 23:50', won: 12_000 }, // times of Seoul
    { settled: '2026-04-01 00:10', won: 9_000 },
    { settled: '2026-04-01 09:30', won: 4_000 },
  ]);
  const inApril = (timeZone: string): number => {
    const days = store.readAll().map(({ event }) => toBusinessDate(event.occurredAt, timeZone));
    return days.filter((day) => day.startsWith('2026-04')).length;
  };
  // #endregion run
  return `UTC: ${inApril('UTC')} in April, Seoul: ${inApril('Asia/Seoul')} in April`;
}
