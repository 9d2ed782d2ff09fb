import type { Locale } from './locale.ts';
import { offlineEn } from './offline-en.ts';
import { offlineKo } from './offline-ko.ts';

/** The words about versions and use without a network, which come with what says them. */
export type OfflineWords = Readonly<Record<keyof typeof offlineEn, string>>;

const words: Readonly<Record<Locale, OfflineWords>> = { en: offlineEn, ko: offlineKo };

/** English for a page that belongs to no language. */
export const offlineWords = (locale: string | undefined): OfflineWords =>
  words[locale as Locale] ?? offlineEn;
