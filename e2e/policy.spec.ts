import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './test.ts';

const dist = new URL('../dist/', import.meta.url);

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, html: readFileSync(new URL(name, dist), 'utf8') }));

type Policy = Readonly<Record<string, readonly string[]>>;

function policyOf(html: string): Policy {
  const [, content = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
  return Object.fromEntries(
    content.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

const withoutHashes = (sources: readonly string[] = []): string[] =>
  sources.filter((source) => !source.startsWith("'sha256-"));

const opensWorkbench = (html: string): boolean => html.includes('class="bench"');
const runsCode = (html: string): boolean => opensWorkbench(html) || html.includes('<site-doctor');

test('every page has one policy, before anything that it could refuse', () => {
  expect(pages.length).toBeGreaterThan(100);
  for (const { name, html } of pages) {
    const before = html.slice(0, html.indexOf('http-equiv="Content-Security-Policy"'));
    expect(html.match(/http-equiv="Content-Security-Policy"/gi), name).toHaveLength(1);
    expect(before, name).not.toMatch(/<(script|style|link|body)\b/);
    // A browser looks for the encoding of a page in its first 1024 bytes.
    expect(before, name).toContain('charset="utf-8"');
  }
});

test('the policies differ only for pages with a workbench, and for those that run code', () => {
  for (const { name, html } of pages) {
    const { 'script-src': scripts, 'style-src': styles, 'worker-src': workers, ...others } = policyOf(html);
    expect(others, name).toEqual({
      'default-src': ["'none'"],
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'frame-src': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    const blobs = runsCode(html) ? ['blob:'] : [];
    expect(withoutHashes(scripts), name).toEqual(["'self'", "'wasm-unsafe-eval'", ...blobs]);
    expect(workers, name).toEqual(["'self'", ...blobs]);
    expect(withoutHashes(styles), name).toEqual([
      "'self'",
      ...(opensWorkbench(html) ? ["'unsafe-inline'"] : []),
    ]);
  }
});

test('no page has a script in an attribute, which the policy would refuse', () => {
  for (const { name, html } of pages) {
    const tags = html.replaceAll(/<script[^]*?<\/script>/g, '').match(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi);
    expect(
      tags?.filter((tag) => / on[a-z]+=|="javascript:/.test(tag.replaceAll(/"[^"]*"/g, '""'))),
      name,
    ).toEqual([]);
  }
});

/** What makes a browser fetch from another host or prepare to; no link that a reader follows, no address for search engines. */
const foreignTags = [
  /<[a-z][^>]*\s(?:src|srcset|poster|data|action|formaction|background)\s*=\s*["']?\s*(?:[a-z]+:)?\/\/[^>]*>/gi,
  /<link\b(?![^>]*\srel="(?:canonical|alternate|sitemap)")[^>]*\shref="(?:[a-z]+:)?\/\/[^>]*>/gi,
  /<link\b[^>]*\srel="[^"]*(?:preconnect|dns-prefetch)[^>]*>/gi,
];
const foreignStyles = /@import\s[^;]*|url\(\s*["']?(?:[a-z]+:)?\/\/[^)]*\)/gi;

test('neither a page nor a style sheet names a file of another host', () => {
  const styles = readdirSync(new URL('_astro/', dist))
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, text: readFileSync(new URL(`_astro/${name}`, dist), 'utf8') }));
  expect(styles.length).toBeGreaterThan(3);
  for (const { name, text } of styles) expect(text.match(foreignStyles) ?? [], name).toEqual([]);
  for (const { name, html } of pages) {
    expect(
      foreignTags.flatMap((tags) => html.match(tags) ?? []),
      name,
    ).toEqual([]);
    const written = [...html.matchAll(/<style[^]*?<\/style>|\sstyle="[^"]*"/gi)].map(([text]) => text);
    expect(
      written.flatMap((text) => text.match(foreignStyles) ?? []),
      name,
    ).toEqual([]);
  }
});

for (const [place, part] of [
  ['English', /^en\//],
  ['Korean', /^ko\//],
  ['neither language', /^(?!en\/|ko\/)/],
] as const) {
  test(`no page in ${place} asks another host, and its policy refuses nothing of it`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    for (const { name } of pages.filter((each) => part.test(each.name))) {
      await page.goto(`${baseURL}${name.replace(/index\.html$/, '')}`, { waitUntil: 'load' });
      await page.mouse.wheel(0, 4000);
    }
  });
}

test.describe('a page into which something was smuggled', () => {
  // A request that the policy stops is told as a request that failed. Chromium connects to where a form or a frame would
  // lead before it asks the policy, and then sends nothing.
  test.use({
    allowsViolations: true,
    allowedErrors: [/Content Security Policy|request to|host: CONNECT elsewhere\.invalid:443 /],
  });

  for (const path of ['en/glossary/', 'en/aggregates/aggregate-root/']) {
    test(`${path} runs none of it and asks no other host`, async ({ page, violations }) => {
      const failures: (string | undefined)[] = [];
      page.on('requestfailed', (request) => failures.push(request.failure()?.errorText));
      await page.goto(path);
      await page.evaluate(() => {
        const smuggled = document.createElement('div');
        smuggled.innerHTML =
          '<img src="data:," onerror="window.ran=1"><img src="https://elsewhere.invalid/a.png">' +
          '<form action="https://elsewhere.invalid/"></form><iframe src="https://elsewhere.invalid/"></iframe>';
        document.body.append(smuggled);
        const script = document.createElement('script');
        script.textContent = 'window.ran = 2';
        document.body.append(script);
        smuggled.querySelector('form')!.submit();
      });
      const refused = () => new Set(violations.map((text) => text.split(' ')[1]));
      for (const directive of ['form-action', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem']) {
        await expect.poll(refused, directive).toContain(directive);
      }
      expect(new Set(failures)).toEqual(new Set(['csp']));
      expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    });
  }
});

test.describe('a page without a policy', () => {
  test.use({ allowedErrors: [/elsewhere\.invalid/] });

  test('shows that what a worker asks of another host does not go unnoticed', async ({ page, elsewhere }) => {
    await page.route('**/bare.html', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto('bare.html');
    await page.evaluate(() => {
      const asks =
        'fetch("https://elsewhere.invalid/").catch(() => 0); new WebSocket("ws://elsewhere.invalid/")';
      const worker = new Worker(URL.createObjectURL(new Blob([asks])));
      worker.addEventListener('error', (event) => console.error(event.message));
    });
    for (const port of [443, 80]) {
      await expect
        .poll(() => elsewhere.asked)
        .toContainEqual(expect.stringMatching(`^CONNECT elsewhere.invalid:${port} `));
    }
  });
});
