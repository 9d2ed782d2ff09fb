import { doctorEn } from './doctor-en.ts';
import { doctorKo } from './doctor-ko.ts';
import type { Locale } from './locale.ts';

/** The words of the self-test, which no other page needs. */
export type DoctorWords = Readonly<Record<keyof typeof doctorEn, string>>;

export const doctorWords: Readonly<Record<Locale, DoctorWords>> = { en: doctorEn, ko: doctorKo };
