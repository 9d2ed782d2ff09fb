import { chosenLocaleKey, localeOfPath } from '../i18n/choose-locale.ts';
import { keepPlace, returnToPlace } from './keep-place.ts';

returnToPlace();

// Starlight keeps no choice of language; the start page needs it to lead the reader back.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.closest('starlight-lang-select')) return;
  const locale = localeOfPath(target.value, import.meta.env.BASE_URL);
  if (!locale) return;
  keepPlace();
  try {
    localStorage.setItem(chosenLocaleKey, locale);
  } catch {
    // Without storage the browser's own languages decide.
  }
});
