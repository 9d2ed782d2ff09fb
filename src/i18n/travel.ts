import type { Locale } from './locale.ts';
import { travelEn } from './travel-en.ts';
import { travelKo } from './travel-ko.ts';

/** The words of the journey through a stream, which is loaded only when somebody sets out. */
export type TravelWords = Readonly<Record<keyof typeof travelEn, string>>;

export const travelWords: Readonly<Record<Locale, TravelWords>> = { en: travelEn, ko: travelKo };
