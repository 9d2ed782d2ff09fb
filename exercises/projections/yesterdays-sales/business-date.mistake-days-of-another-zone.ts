/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(epochMs: number, _timeZone: string): BusinessDate {
  return new Date(epochMs).toISOString().slice(0, 10);
}
