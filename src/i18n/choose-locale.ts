import { isLocale, type Locale } from './locale.ts';
import { storagePrefix } from '../site-address.ts';

/** Key in localStorage under which the reader's own choice of language is kept on this site; its value is a Locale. */
export const chosenLocaleKey = `${storagePrefix}:language`;

/**
 * The reader's language: the one chosen earlier, else the first of the browser's (`['ko-KR', 'en']`) that the
 * course speaks. Undefined when the course speaks none of them and the reader should be asked.
 */
export function chooseLocale(chosen: string | null, browserLanguages: readonly string[]): Locale | undefined {
  if (isLocale(chosen)) return chosen;
  return browserLanguages.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale);
}

/** The language of an address: `localeOfPath('/past-tense/ko/cart/', '/past-tense/')` is `'ko'`. */
export function localeOfPath(path: string, base: string): Locale | undefined {
  const root = base.endsWith('/') ? base : `${base}/`;
  if (!path.startsWith(root)) return undefined;
  // A file has an ending: `/ko.html`.
  const first = path.slice(root.length).split(/[/.]/)[0];
  return isLocale(first) ? first : undefined;
}
