import { besideEn } from './beside-en.ts';
import { besideKo } from './beside-ko.ts';
import type { Locale } from './locale.ts';

/** The words of a timeline beside ours, which come with it. */
export type BesideWords = Readonly<Record<keyof typeof besideEn, string>>;

export const besideWords: Readonly<Record<Locale, BesideWords>> = { en: besideEn, ko: besideKo };
