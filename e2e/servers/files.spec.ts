import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, type Answer } from './ask.ts';
import { servers } from './servers.ts';
import { bases, rootFor } from './site.ts';

const security = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

const types: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.js': /^text\/javascript(; ?charset=utf-8)?$/i,
  '.css': /^text\/css(; ?charset=utf-8)?$/i,
  '.json': /^application\/json$/,
  '.svg': /^image\/svg\+xml$/,
  '.ttf': /^font\/ttf$/,
  '.gz': /^application\/(x-)?gzip$/,
  '.xml': /^(application|text)\/xml(; ?charset=utf-8)?$/i,
  '.webmanifest': /^application\/manifest\+json$/,
};

const isHashed = (path: string): boolean => /^(_astro|runtime)\//.test(path);

/** The files of the site from its root, without those that only `npm run precompress` made. */
const filesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.(br|gz)$/.test(path) || !existsSync(path.replace(/\.(br|gz)$/, '')))
    .map((path) => path.slice(site.length));

/** What is wrong with the headers that every answer should have. */
function wrongHeaders({ headers }: Answer, cache: string): string[] {
  return Object.entries({ ...security, 'cache-control': cache })
    .filter(([name, value]) => headers[name] !== value)
    .map(([name]) => `${name}: ${String(headers[name])}`);
}

/** What is wrong with the answers for one file, whatever encoding is asked for. */
async function wrongWith(site: string, path: string, address: string): Promise<string[]> {
  const content = readFileSync(join(site, path));
  const url = address + path.replace(/(^|\/)index\.html$/, '$1');
  const wrong: string[] = [];
  for (const [accepted, ending, encoding] of [
    ['identity', '', undefined],
    ['gzip, deflate', '.gz', 'gzip'],
    ['gzip, deflate, br, zstd', '.br', 'br'],
  ] as const) {
    const answer = await ask(url, { 'accept-encoding': accepted });
    const { status, headers, body } = answer;
    const packed = ending !== '' && existsSync(join(site, path + ending));
    const found = wrongHeaders(answer, isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (status !== 200) found.push(`status ${status}`);
    if (!(types[extname(path)] ?? /^(?!text\/html)/).test(headers['content-type'] ?? '')) {
      found.push(`content-type: ${headers['content-type']}`);
    }
    // What is not packed a server may pack itself, as Debian's Apache does.
    if (
      packed
        ? headers['content-encoding'] !== encoding
        : accepted === 'identity' && headers['content-encoding']
    ) {
      found.push(`content-encoding: ${headers['content-encoding']}`);
    }
    if (packed && !/accept-encoding/i.test(headers['vary'] ?? '')) found.push(`vary: ${headers['vary']}`);
    if (!body.equals(content)) found.push('another content');
    wrong.push(...found.map((what) => `${path} (${accepted}): ${what}`));
  }
  return wrong;
}

for (const [name, begin] of Object.entries(servers)) {
  for (const base of bases) {
    test(`${name} serves the whole site below ${base}`, async () => {
      test.setTimeout(180_000);
      const site = join(rootFor(base), base);
      const server = await begin(base);
      const address = server.origin + base;
      try {
        const files = filesOf(site);
        expect(files.length).toBeGreaterThan(500);
        expect(files.filter((path) => existsSync(`${join(site, path)}.br`)).length).toBeGreaterThan(300);
        const wrong: string[] = [];
        const waiting = [...files];
        const work = async () => {
          for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
            wrong.push(...(await wrongWith(site, path, address)));
          }
        };
        await Promise.all(Array.from({ length: 8 }, work));
        expect(wrong.slice(0, 20), `${wrong.length} faults`).toEqual([]);

        await test.step('answers with the page of the language what does not exist', async () => {
          for (const [path, page] of [
            ['ko/nothing/', 'ko/404.html'],
            ['ko/nothing.js', 'ko/404.html'],
            ['en/events/nothing', 'en/404.html'],
            ['nothing/', '404.html'],
            ['_astro/nothing.js', '404.html'],
            ['runtime/', '404.html'],
          ] as const) {
            for (const accepted of ['identity', 'gzip', 'gzip, br']) {
              const answer = await ask(address + path, { 'accept-encoding': accepted });
              expect(answer.status, path).toBe(404);
              expect(answer.headers['content-type'], path).toMatch(types['.html']!);
              expect(wrongHeaders(answer, 'no-cache'), path).toEqual([]);
              expect(answer.body.equals(readFileSync(join(site, page))), `${path} ${accepted}`).toBe(true);
            }
          }
        });

        await test.step('leads to the slash at the end of a page', async () => {
          const { status, headers } = await ask(`${address}en/glossary`);
          expect([301, 307, 308]).toContain(status);
          expect(new URL(headers.location!, address).href).toBe(`${address}en/glossary/`);
        });

        await test.step('tells a page that has not changed from one that has', async () => {
          for (const accepted of ['identity', 'gzip', 'gzip, br']) {
            const asked = { 'accept-encoding': accepted };
            const { headers } = await ask(`${address}en/`, asked);
            const again = await ask(`${address}en/`, { ...asked, 'if-none-match': headers.etag! });
            expect(again.status, accepted).toBe(304);
            const changed = await ask(`${address}en/`, { ...asked, 'if-none-match': '"another"' });
            expect(changed.status, accepted).toBe(200);
          }
        });

        await test.step('answers a question for headers alone', async () => {
          const { status, sent } = await ask(`${address}ko/`, {}, 'HEAD');
          expect([status, sent.length]).toEqual([200, 0]);
        });
      } finally {
        await server.close();
      }
    });
  }
}
