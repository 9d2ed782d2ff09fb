import type { Locale } from '../i18n/locale.ts';

/**
 * What is kept of the site, by the Cache API, so that pages and worker see the same. Names begin with the site's path,
 * because other sites may share the origin:
 *
 *     past-tense:<path>:kept:<version>      the files of one version, and a mark for each language that is complete
 *     past-tense:<path>:pages               the last answer for each visited page
 *     past-tense:<path>:files               what these pages loaded, under names with a hash
 *     past-tense:<path>:stand-in:<version>  the page for what cannot be had
 *     past-tense:<path>:state               what belongs to versions before, and the tabs that may still need it
 */
const ownPrefix = (scope: string): string => `past-tense:${new URL(scope).pathname}:`;

export const standInName = (scope: string, version: string): string =>
  `${ownPrefix(scope)}stand-in:${version}`;

const keptPrefix = (scope: string): string => `${ownPrefix(scope)}kept:`;

export const pagesName = (scope: string): string => `${ownPrefix(scope)}pages`;
export const filesName = (scope: string): string => `${ownPrefix(scope)}files`;
export const stateName = (scope: string): string => `${ownPrefix(scope)}state`;
export const keptName = (scope: string, version: string): string => `${keptPrefix(scope)}${version}`;

/** A language that is complete in one version. */
export type Kept = {
  readonly locale: Locale;
  readonly version: string;
  /** As `Date.now()` tells it. */
  readonly since: number;
  readonly bytes: number;
};

const markAddress = (scope: string, locale: Locale): string => new URL(`kept/${locale}`, scope).href;

export async function markKept(scope: string, kept: Kept): Promise<void> {
  const cache = await caches.open(keptName(scope, kept.version));
  await cache.put(markAddress(scope, kept.locale), Response.json(kept));
}

/** Those of the languages that are complete, in any version. */
export async function readKept(scope: string, languages: readonly Locale[]): Promise<Kept[]> {
  const opened = await Promise.all((await keptCaches(scope)).map((name) => caches.open(name)));
  return (await Promise.all(opened.map((cache) => readMarks(scope, cache, languages)))).flat();
}

export async function readMarks(scope: string, cache: Cache, languages: readonly Locale[]): Promise<Kept[]> {
  const marks = await Promise.all(languages.map((locale) => cache.match(markAddress(scope, locale))));
  return Promise.all(marks.flatMap((mark) => (mark ? [mark.json() as Promise<Kept>] : [])));
}

/** The names of the caches with files of a version, complete or not. */
export async function keptCaches(scope: string): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(keptPrefix(scope)));
}

/** Every cache of this site. */
export async function ownCaches(scope: string): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(ownPrefix(scope)));
}

/** Deletes what is kept of a language, complete or not. What `others` share with it goes with the last of them. */
export async function removeKept(scope: string, locale: Locale, others: readonly Locale[]): Promise<void> {
  const own = new RegExp(`^(?:${locale}/|pagefind/[a-z]+/${locale}_|kept/${locale}$)`);
  for (const name of await keptCaches(scope)) {
    const cache = await caches.open(name);
    if ((await readMarks(scope, cache, others)).length === 0) {
      await caches.delete(name);
      continue;
    }
    const requests = await cache.keys();
    const isOwn = ({ url }: Request) => own.test(decodeURI(url.slice(scope.length)));
    await Promise.all(requests.filter(isOwn).map((request) => cache.delete(request)));
  }
}
