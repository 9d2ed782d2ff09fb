import type { Locale } from './locale.ts';
import { workbenchEn } from './workbench-en.ts';
import { workbenchKo } from './workbench-ko.ts';

export type WorkbenchMessages = Readonly<Record<keyof typeof workbenchEn, string>>;

/** The workbench's words of one language: a part of all words, because every page with an exercise loads them. */
export function workbenchMessagesFor(locale: Locale): WorkbenchMessages {
  return { en: workbenchEn, ko: workbenchKo }[locale];
}
