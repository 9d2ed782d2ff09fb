import { localeOfPath } from '../i18n/choose-locale.ts';
import { findPlace, placeAt, readPlace } from './reading-place.ts';
import { siteRoot, storagePrefix } from '../site-address.ts';

/**
 * Leads a reader who changes the language to the place where they were. The place is in `sessionStorage` only from one
 * page to the next:
 *
 *     past-tense:<base path>:place   { "path": "aggregates/aggregate-root/", "place": … }
 */
const key = `${storagePrefix}:place`;

/** Of the window's height, where reading happens. */
const readingLine = 0.3;

/** To be called before the other language is asked for. */
export function keepPlace(): void {
  const place = placeAt(innerHeight * readingLine, landmarks(), textEnd());
  // Near the top there is nothing to find again.
  if (scrollY < 50 || !place) return;
  quietly(() => sessionStorage.setItem(key, JSON.stringify({ path: pathWithoutLanguage(), place })));
}

/** Scrolls to the place that was kept for this page. */
export function returnToPlace(): void {
  const kept = quietly(() => {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as {
      path?: unknown;
      place?: unknown;
    } | null;
    sessionStorage.removeItem(key);
    return stored?.path === pathWithoutLanguage() ? readPlace(stored.place) : undefined;
  });
  if (!kept) return;
  const go = () => {
    const top = findPlace(kept, landmarks(), textEnd());
    if (top !== undefined) scrollBy({ top: top - innerHeight * readingLine, behavior: 'instant' });
  };
  go();
  // Fonts and figures may still move the text; whoever has begun to read is left alone.
  const begun = new AbortController();
  for (const sign of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(sign, () => begun.abort(), { signal: begun.signal, passive: true });
  addEventListener('load', go, { signal: begun.signal, once: true });
}

function landmarks() {
  const elements = document.querySelectorAll('main :is(section.exercise, h1, h2, h3, h4)');
  return [...elements].filter(isLandmark).map((element) => ({
    top: element.getBoundingClientRect().top,
    ...(element.matches('section.exercise') ? { exercise: element.id } : {}),
  }));
}

/** Headings inside a workbench depend on what was run there. */
const isLandmark = (element: Element): boolean => element.closest('.bench') === null;

const textEnd = (): number => document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;

function pathWithoutLanguage(): string {
  const base = siteRoot.replace(/\/?$/, '/');
  const locale = localeOfPath(location.pathname, base);
  return locale === undefined ? location.pathname : location.pathname.slice(base.length + locale.length + 1);
}

/** Storage that is blocked throws; then the page begins at its top. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
