/** What the worker does about the versions before its own. */
import { keepLanguage } from './keep-language.ts';
import { keptCaches, keptName, readKept, standInName, stateName } from './kept.ts';
import type { Release } from './release.ts';

declare const self: ServiceWorkerGlobalScope & { readonly pastTenseRelease: Release };

export const release = self.pastTenseRelease;
export const languages = Object.keys(release.languages) as (keyof typeof release.languages)[];
/** The worker stands in the root of the site. */
export const scope = new URL('./', self.location.href).href;

/** Keeps of this version the languages that are kept of another; rejects as `keepLanguage` does. */
export async function renewKept(): Promise<void> {
  const kept = await readKept(scope, languages);
  const missing = kept
    .map(({ locale }) => locale)
    .filter((locale) => !kept.some((one) => one.locale === locale && one.version === release.version));
  for (const locale of new Set(missing)) {
    if (release.languages[locale]) await keepLanguage(scope, release, locale);
  }
}

export async function keepStandIns(): Promise<void> {
  const cache = await caches.open(standInName(scope, release.version));
  const paths = Object.values(release.languages).flatMap(({ standIn }) => [standIn.page, ...standIn.files]);
  await cache.addAll(
    [...new Set(paths)].map((path) => new Request(new URL(path, scope), { cache: 'no-cache' })),
  );
}

const olderAddress = new URL('kept/older', scope).href;

type Older = {
  /** The tabs that were open when this version took over. */
  readonly clients: readonly string[];
  readonly caches: readonly string[];
};

/** When this version takes over: open pages go on needing what belongs to theirs. */
export async function noteOlder(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' });
  const standIns = (await caches.keys()).filter((name) => name.startsWith(standInName(scope, '')));
  const own = [keptName(scope, release.version), standInName(scope, release.version)];
  const older: Older = {
    clients: windows.map(({ id }) => id),
    caches: [...(await keptCaches(scope)), ...standIns].filter((name) => !own.includes(name)),
  };
  if (older.caches.length > 0)
    await (await caches.open(stateName(scope))).put(olderAddress, Response.json(older));
}

/** Deletes what was noted, once the tabs are gone; a language that this version does not have stays. */
export async function dropOlder(): Promise<void> {
  if (!(await caches.has(stateName(scope)))) return;
  const state = await caches.open(stateName(scope));
  const older = (await (await state.match(olderAddress))?.json()) as Older | undefined;
  if (!older) return;
  const windows = await self.clients.matchAll({ type: 'window' });
  if (windows.some(({ id }) => older.clients.includes(id))) return;
  const kept = await readKept(scope, languages);
  const renewed = kept.filter(({ version }) => version === release.version).map(({ locale }) => locale);
  const needed = kept
    .filter(({ version, locale }) => version !== release.version && !renewed.includes(locale))
    .map(({ version }) => keptName(scope, version));
  await Promise.all(older.caches.filter((name) => !needed.includes(name)).map((name) => caches.delete(name)));
  if (needed.length === 0) await state.delete(olderAddress);
}
