/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(epochMs: number, _timeZone: string): BusinessDate {
  const date = new Date(epochMs);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}`;
}
