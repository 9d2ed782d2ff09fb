import { en } from './en.ts';
import { ko } from './ko.ts';
import { isLocale, type Locale } from './locale.ts';
import { workbenchMessagesFor, type WorkbenchMessages } from './workbench.ts';

export type { Locale } from './locale.ts';

export type Messages = Readonly<Record<keyof typeof en, string>> & WorkbenchMessages;

/** The words of one language; English for a page that belongs to none, such as the 404 page. */
export function messagesFor(locale: string | undefined): Messages {
  return messages[isLocale(locale) ? locale : 'en'];
}

const messages: Record<Locale, Messages> = {
  en: { ...en, ...workbenchMessagesFor('en') },
  ko: { ...ko, ...workbenchMessagesFor('ko') },
};
