import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFaultOf } from './copy-state.ts';
import { keepLanguage } from './keep-language.ts';
import { filesName, keptName, readKept, removeKept } from './kept.ts';
import type { Release } from './release.ts';

const scope = 'https://course.example/training/';
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const built = (url: string, text: string) => ({ url, bytes: text.length, integrity: hash(text) });

/** What the host has, by address below the scope. */
let online: Record<string, string>;
let asked: string[];
let stored: Map<string, Map<string, Response>>;

function release(version: string, files: Readonly<Record<string, string>>): Release {
  const list = JSON.stringify(Object.entries(files).map(([url, text]) => built(url, text)));
  const name = `runtime/offline.en.${version}.json`;
  online = { ...files, [name]: list };
  const bytes = Object.values(files).join('').length;
  const standIn = { page: 'en/offline/', files: [] };
  return { version, languages: { en: { list: built(name, list), bytes, packedBytes: bytes, standIn } } };
}

beforeEach(() => {
  asked = [];
  stored = new Map();
  // The part of the Cache API that is used; there is none in Node.
  vi.stubGlobal('caches', {
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    async open(name: string) {
      const cache = stored.get(name) ?? new Map<string, Response>();
      stored.set(name, cache);
      return {
        match: async (url: string) => cache.get(url)?.clone(),
        put: async (url: string, response: Response) => void cache.set(url, response),
        delete: async (key: string | Request) => cache.delete(typeof key === 'string' ? key : key.url),
        keys: async () => [...cache.keys()].map((url) => ({ url })),
      };
    },
  });
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit) => {
    signal!.throwIfAborted();
    const path = url.slice(scope.length);
    asked.push(path);
    if (!(path in online)) return new Response('', { status: 404 });
    return new Response(online[path], { headers: { 'x-host': 'says', vary: '*', 'content-length': '1' } });
  });
});
afterEach(() => vi.unstubAllGlobals());

const contentOf = async (version: string, path: string): Promise<string | undefined> =>
  stored.get(keptName(scope, version))?.get(`${scope}${path}`)?.clone().text();

test('a language is kept with what the host says of its files, and then counts as complete', async () => {
  let bytes = 0;
  const first = release('1', { 'en/': 'Welcome', '_astro/a.1.js': 'code' });
  await keepLanguage(scope, first, 'en', { onBytes: (count) => (bytes += count) });
  expect(await contentOf('1', 'en/')).toBe('Welcome');
  const headers = stored.get(keptName(scope, '1'))!.get(`${scope}en/`)!.headers;
  expect([headers.get('x-host'), headers.get('vary'), headers.get('content-length')]).toEqual([
    'says',
    null,
    null,
  ]);
  expect(bytes).toBe(first.languages.en!.bytes);
  expect(await readKept(scope, ['en', 'ko'])).toMatchObject([{ locale: 'en', version: '1', bytes }]);
});

test('a page of another version is refused, and nothing is complete', async () => {
  const first = release('1', { 'en/': 'Welcome', 'en/events/': 'Events' });
  online['en/events/'] = 'Events, second edition';
  const refused = await keepLanguage(scope, first, 'en').catch((error: unknown) => error);
  expect(keepFaultOf(refused)).toBe('damaged');
  expect(await contentOf('1', 'en/events/')).toBeUndefined();
  expect(await readKept(scope, ['en'])).toEqual([]);
});

test('what came before a fault is not asked for again', async () => {
  const first = release('1', { 'en/': 'Welcome', 'en/events/': 'Events' });
  delete online['en/events/'];
  await expect(keepLanguage(scope, first, 'en')).rejects.toThrow('en/events/');
  online['en/events/'] = 'Events';
  asked = [];
  await keepLanguage(scope, first, 'en');
  expect(asked).not.toContain('en/');
  expect(asked).toContain('en/events/');
});

test('the next version takes from the one before what has a hash in its name, and asks for every page', async () => {
  await keepLanguage(scope, release('1', { 'en/': 'Welcome', '_astro/a.1.js': 'code' }), 'en');
  asked = [];
  await keepLanguage(scope, release('2', { 'en/': 'Welcome', '_astro/a.1.js': 'code' }), 'en');
  expect(asked).toEqual(['runtime/offline.en.2.json', 'en/']);
  expect(await contentOf('2', '_astro/a.1.js')).toBe('code');
  expect(await contentOf('1', 'en/'), 'open pages go on needing it').toBe('Welcome');
});

test('a visited file is taken over only if it is the right one', async () => {
  const visited = await caches.open(filesName(scope));
  await visited.put(`${scope}_astro/a.1.js`, new Response('a page in its place'));
  await keepLanguage(scope, release('1', { '_astro/a.1.js': 'code' }), 'en');
  expect(await contentOf('1', '_astro/a.1.js')).toBe('code');
});

test('who cancels gets the reason, and nothing more is asked for', async () => {
  const cancelling = new AbortController();
  const first = release('1', { 'en/': 'Welcome', 'en/events/': 'Events' });
  cancelling.abort(new Error('enough'));
  await expect(keepLanguage(scope, first, 'en', { signal: cancelling.signal })).rejects.toThrow('enough');
  expect(asked).toEqual([]);
});

test('a language is removed alone as long as another needs what they share', async () => {
  await keepLanguage(scope, release('1', { 'en/': 'Welcome', '_astro/a.1.js': 'code' }), 'en');
  const cache = await caches.open(keptName(scope, '1'));
  await cache.put(`${scope}kept/ko`, Response.json({ locale: 'ko', version: '1' }));
  await removeKept(scope, 'en', ['ko']);
  expect(await contentOf('1', 'en/')).toBeUndefined();
  expect(await contentOf('1', '_astro/a.1.js')).toBe('code');
  await removeKept(scope, 'ko', ['en']);
  expect(stored.has(keptName(scope, '1'))).toBe(false);
});

test.each([
  [new DOMException('', 'QuotaExceededError'), 'full'],
  [new DOMException('', 'SecurityError'), 'refused'],
])('%s is told as %s', (error, fault) => expect(keepFaultOf(error)).toBe(fault));
