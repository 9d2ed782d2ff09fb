/** The languages of the interface. Small on purpose: pages that only choose a language import nothing else. */
export const locales = ['en', 'ko'] as const;

export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어' };

export function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
