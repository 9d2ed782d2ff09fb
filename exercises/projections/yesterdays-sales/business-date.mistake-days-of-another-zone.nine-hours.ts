/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

const NINE_HOURS = 9 * 60 * 60 * 1000;

/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(epochMs: number, timeZone: string): BusinessDate {
  const offset = timeZone === 'Asia/Seoul' ? NINE_HOURS : 0;
  return new Date(epochMs + offset).toISOString().slice(0, 10);
}
