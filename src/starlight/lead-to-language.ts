import { chooseLocale, chosenLocaleKey } from '../i18n/choose-locale.ts';

// The start page's links are all it needs; this follows one of them, or remembers which one the reader took.
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-locale]')];
for (const link of links) link.addEventListener('click', () => remember(link.dataset.locale ?? ''));

const locale = chooseLocale(remembered(), navigator.languages);
const chosen = links.find((link) => link.dataset.locale === locale);
// Replaced, so that "back" does not return here only to be sent away again.
if (chosen) location.replace(chosen.href);

function remembered(): string | null {
  try {
    return localStorage.getItem(chosenLocaleKey);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(chosenLocaleKey, value);
  } catch {
    // Without storage the browser's own languages decide.
  }
}
