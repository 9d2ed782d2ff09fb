import type { Locale } from '../i18n/locale.ts';
import { hasHashedName } from './release.ts';

/** What an address of the site is to the worker; `elsewhere` is not its business. */
export type SitePart = 'page' | 'hashed' | 'search' | 'small' | 'elsewhere';

/** `path` starts from the worker's folder, without a slash before it. */
export function sitePart(path: string, languages: readonly Locale[]): SitePart {
  if (hasHashedName(path)) return 'hashed';
  if (path.startsWith('pagefind/')) return 'search';
  if (path === 'favicon.svg' || path === 'manifest.webmanifest') return 'small';
  const isOurs = ['', 'index.html'].includes(path) || languageOf(path, languages) !== undefined;
  return isOurs && /(?:^|\/|\.html|\/[^./]+|^[^./]+)$/.test(path) ? 'page' : 'elsewhere';
}

/** Under which addresses a page may be kept: hosts serve `x/` for `x/index.html`, and some `x` for `x.html`. */
export const pageAddresses = (path: string): string[] => [
  path,
  path.replace(/(^|\/)index\.html$/, '$1'),
  `${path}.html`,
];

/** The language that a page is in, by its path. */
export const languageOf = (path: string, languages: readonly Locale[]): Locale | undefined =>
  languages.find((locale) => new RegExp(`^${locale}(?:[./]|$)`).test(path));
