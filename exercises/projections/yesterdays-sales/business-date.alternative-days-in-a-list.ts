/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(epochMs: number, timeZone: string): BusinessDate {
  // Sweden writes its dates as ISO 8601 does.
  return new Date(epochMs).toLocaleDateString('sv-SE', { timeZone });
}
