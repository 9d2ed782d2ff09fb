/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

// `_epochMs` and `_timeZone` are named so because nobody uses them yet.
/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(_epochMs: number, _timeZone: string): BusinessDate {
  return 'some day';
}
