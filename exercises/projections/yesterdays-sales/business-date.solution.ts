/** A day of the business: `2026-08-22`. */
export type BusinessDate = string;

/** The day that a calendar in this time zone shows at this moment. */
export function toBusinessDate(epochMs: number, timeZone: string): BusinessDate {
  const calendar = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = calendar.formatToParts(epochMs);
  const part = (type: string): string => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
