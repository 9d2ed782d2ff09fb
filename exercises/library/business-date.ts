/** A day of the business as `YYYY-MM-DD`. As text it sorts by time, and its first seven characters are the month. */
export type BusinessDate = string;

/**
 * The day that a calendar in this time zone shows at this moment, whatever zone the computer is in. 15:00 UTC is
 * midnight in Seoul: a sale at 14:59:59 UTC belongs to that day, one a second later to the next.
 *
 * Throws a RangeError for a zone that is not known and for a time that is no finite number.
 *
 * Elsewhere: `LocalDate.ofInstant(instant, zone)` in Java.
 *
 * @param epochMs When it happened: `occurredAt` of the event, not the time at which it was stored.
 * @param timeZone A name of the IANA time zone database: `'Asia/Seoul'`, `'UTC'`.
 */
export function toBusinessDate(epochMs: number, timeZone: string): BusinessDate {
  const calendar = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = calendar.formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
