import type { Locale } from './locale.ts';
import { typeErrorsEn } from './type-errors-en.ts';
import { typeErrorsKo } from './type-errors-ko.ts';

/** Loaded with the editor, and so apart from all other words. */
export type TypeErrorMessages = Readonly<Record<keyof typeof typeErrorsEn, string>>;

export const typeErrorMessagesFor = (locale: Locale): TypeErrorMessages =>
  ({ en: typeErrorsEn, ko: typeErrorsKo })[locale];
