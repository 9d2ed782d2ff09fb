import { chosenLocaleKey, localeOfPath } from '../i18n/choose-locale.ts';
import { siteRoot } from '../site-address.ts';
import { keepPlace, returnToPlace } from './keep-place.ts';

returnToPlace();

// The links of a portable page are relative, and Starlight takes these for paths.
if (import.meta.env.PORTABLE) {
  for (const option of document.querySelectorAll<HTMLOptionElement>('starlight-lang-select option'))
    option.value = new URL(option.value, location.href).pathname;
}

// Starlight keeps no choice of language; the start page needs it to lead the reader back.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.closest('starlight-lang-select')) return;
  const locale = localeOfPath(target.value, siteRoot);
  if (!locale) return;
  keepPlace();
  try {
    localStorage.setItem(chosenLocaleKey, locale);
  } catch {
    // Without storage the browser's own languages decide.
  }
});
