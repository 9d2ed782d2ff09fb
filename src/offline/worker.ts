/**
 * The service worker. A page comes from what is kept of this worker's version, else from the network, else as it was seen
 * last. A file with a hash in its name comes from wherever it is. docs/offline.md has the rule of versions.
 */
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { Route, Router } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { filesName, keptName, pagesName, readMarks, standInName } from './kept.ts';
import type { WorkerMessage } from './release.ts';
import { languageOf, pageAddresses, sitePart } from './site-parts.ts';
import { dropOlder, keepStandIns, languages, noteOlder, release, renewKept, scope } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

const matchOptions: CacheQueryOptions = { ignoreVary: true };

const atMost = (maxEntries: number) =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true, matchOptions }) as WorkboxPlugin;

/** Addresses are kept without query and fragment: a link to a learner's code has the code there. */
const plainAddress = {
  cacheKeyWillBeUsed: async ({ request }: { request: Request }) => plain(new URL(request.url)),
};
const pages = new NetworkFirst({
  cacheName: pagesName(scope),
  networkTimeoutSeconds: 5,
  matchOptions,
  plugins: [
    plainAddress,
    { cacheWillUpdate: async ({ response }) => (isGood(response) ? response : null) },
    atMost(60),
  ],
});
const fileOptions = {
  cacheName: filesName(scope),
  matchOptions,
  plugins: [
    plainAddress,
    // Some hosts answer with a page for what does not exist.
    {
      cacheWillUpdate: async ({ response }: { response: Response }) =>
        isGood(response) && !/html/.test(response.headers.get('content-type') ?? '') ? response : null,
    },
    atMost(400),
  ],
};
const files = new CacheFirst(fileOptions);
/** For a download that failed and is tried again, past every cache. */
const filesAnew = new NetworkFirst(fileOptions);

const router = new Router();
router.registerRoute(
  new Route(
    ({ url, request, sameOrigin }) =>
      sameOrigin && request.cache !== 'no-store' && partOf(url) !== 'elsewhere' && !isWorker(url),
    ({ url, request, event }) => answer(url, request, event),
  ),
);
router.setCatchHandler(async ({ request }) =>
  request.mode === 'navigate' ? standIn(new URL(request.url)) : Response.error(),
);
router.addFetchListener();
router.addCacheListener();

self.addEventListener('install', (event) => event.waitUntil(Promise.all([keepStandIns(), renewKept()])));
self.addEventListener('activate', (event) => event.waitUntil(noteOlder().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  const { type } = event.data as WorkerMessage;
  const tell = (told: unknown) => event.ports[0]?.postMessage(told);
  if (type === 'RELEASE') tell(release);
  if (type === 'RENEW') event.waitUntil(renewKept().catch(() => undefined));
  if (type === 'TAKE_OVER')
    event.waitUntil(
      renewKept().then(
        () => {
          tell(true);
          return self.skipWaiting();
        },
        () => tell(false),
      ),
    );
});

async function answer(url: URL, request: Request, event: ExtendableEvent): Promise<Response> {
  const part = partOf(url);
  if (request.mode === 'navigate') event.waitUntil(dropOlder());
  const kept = part === 'hashed' ? await findHashed(url) : await findKept(url);
  if (kept) return kept;
  if (part === 'search') return fetch(request);
  if (part !== 'hashed') return pages.handle({ request, event });
  return (request.cache === 'reload' ? filesAnew : files).handle({ request, event });
}

/** In the version of this worker, if a language of it is complete. */
async function findKept(url: URL, name = keptName(scope, release.version)): Promise<Response | undefined> {
  if (!(await caches.has(name))) return undefined;
  const cache = await caches.open(name);
  if ((await readMarks(scope, cache, languages)).length === 0) return undefined;
  const path = pathOf(url);
  for (const address of pageAddresses(path)) {
    const found = await cache.match(new URL(address, scope));
    if (found) return found;
  }
  // As a host does: the links of the page start from its folder.
  const folder =
    path === '' || path.endsWith('/') ? undefined : await cache.match(new URL(`${path}/`, scope));
  return folder && Response.redirect(`${new URL(`${path}/`, scope)}${url.search}`);
}

/** In any version: open pages may be older than this worker. */
async function findHashed(url: URL): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(keptName(scope, '')) && !name.startsWith(standInName(scope, ''))) continue;
    const found = await (await caches.open(name)).match(plain(url), matchOptions);
    if (found) return found;
  }
  return undefined;
}

/** The network and the cache had nothing: an older version that is complete, or the page that says so. */
async function standIn(url: URL): Promise<Response> {
  for (const name of await caches.keys()) {
    const older = name.startsWith(keptName(scope, '')) && (await findKept(url, name));
    if (older) return older;
  }
  const locale = languageOf(pathOf(url), languages) ?? languages[0]!;
  const cache = await caches.open(standInName(scope, release.version));
  return (await cache.match(new URL(release.languages[locale]!.standIn.page, scope))) ?? Response.error();
}

const pathOf = ({ origin, pathname }: URL): string => decodeURI(`${origin}${pathname}`.slice(scope.length));
const plain = ({ origin, pathname }: URL): string => origin + pathname;
const isWorker = ({ href }: URL): boolean => href === self.location.href;
const isGood = (response: Response): boolean => response.status === 200 && !response.redirected;

function partOf(url: URL) {
  return plain(url).startsWith(scope) ? sitePart(pathOf(url), languages) : 'elsewhere';
}
