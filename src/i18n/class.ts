import { classEn } from './class-en.ts';
import { classKo } from './class-ko.ts';
import type { Locale } from './locale.ts';

/** The words of the teacher's page, which no other page needs. */
export type ClassWords = Readonly<Record<keyof typeof classEn, string>>;

export const classWords: Readonly<Record<Locale, ClassWords>> = { en: classEn, ko: classKo };
