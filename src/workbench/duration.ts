import type { Locale } from '../i18n/index.ts';

/** A time as it is read: `34 ms`, `1.2 sec`. */
export function formatDuration(ms: number, locale: Locale): string {
  const inSeconds = ms >= 1_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: inSeconds ? 'second' : 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits: inSeconds ? 1 : 0,
  }).format(inSeconds ? ms / 1_000 : Math.max(1, ms));
}
