import { en } from './en.ts';
import { ko } from './ko.ts';
import { isLocale, type Locale } from './locale.ts';
import { workbenchMessagesFor, type WorkbenchMessages } from './workbench.ts';

export type { Locale } from './locale.ts';

export type Messages = Readonly<Record<keyof typeof en, string>> & WorkbenchMessages;

/** The words of one language; English for a page that belongs to none, such as the 404 page. */
export function messagesFor(locale: string | undefined): Messages {
  const known = isLocale(locale) ? locale : 'en';
  return { ...pages[known], ...workbenchMessagesFor(known) };
}

const pages: Record<Locale, Readonly<Record<keyof typeof en, string>>> = { en, ko };
