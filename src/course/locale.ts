/** The languages that every lesson and every exercise is written in. */
export const locales = ['en', 'ko'] as const;

export type Locale = (typeof locales)[number];

/** One value per language, built by asking for each. */
export function perLocale<Value>(valueFor: (locale: Locale) => Value): Record<Locale, Value> {
  return { en: valueFor('en'), ko: valueFor('ko') };
}
