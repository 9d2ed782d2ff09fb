import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

/** Tries to get out of the sandbox and writes to the console what it met. */
const escapes = `
const worker = globalThis as unknown as Record<string, unknown>;
const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'Worker', 'SharedWorker',
  'importScripts', 'BroadcastChannel', 'indexedDB', 'caches', 'postMessage', 'document', 'localStorage'];
console.log('has', names.filter((name) => worker[name] !== undefined).join(' ') || 'nothing');
console.log('origin', self.origin);
for (const [name, attempt] of Object.entries({
  eval: () => (0, eval)('1'),
  function: () => new Function('return 1')(),
  import: () => import(location.origin + '/x.js'),
  data: () => import(['data:text/javascript', '1'].join()),
})) {
  try {
    Promise.resolve(attempt()).then(() => console.log(name, 'ran'), () => console.log(name, 'refused'));
  } catch {
    console.log(name, 'refused');
  }
}
export class User {}
`;

test.describe('learner code', () => {
  test.use({ allowedErrors: [/Content Security Policy/, /Refused to/] });

  test('reaches neither the network, nor the site, nor eval', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await bench.write(escapes);
    await bench.run();
    await bench.expectVerdict('failed');

    await bench.verdict.locator('.console summary').click();
    const lines = await bench.verdict.locator('.console pre').allTextContents();
    expect(lines.toSorted()).toEqual(
      [
        'has nothing',
        'origin null',
        'eval refused',
        'function refused',
        'import refused',
        'data refused',
      ].toSorted(),
    );
    expect(requests.filter((url) => /\/x\.js|^data:/.test(url))).toEqual([]);
  });
});

for (const [locale, sentence] of [
  ['en', 'Built-in objects and given classes are locked here, so Array.prototype.last cannot be changed.'],
  ['ko', '내장 객체와 주어진 클래스가 잠겨 있어 바꿀 수 없습니다(Array.prototype.last)'],
] as const) {
  test(`code that extends a built-in is told so, in ${locale}`, async ({ page }) => {
    const bench = new Workbench(page, locale);
    await bench.open();
    await bench.write('(Array.prototype as any).last = () => 1;\nexport class User {}\n');
    await bench.run();
    await bench.expectVerdict('crashed');
    await expect(bench.verdict).toContainText(sentence);
  });
}

test('markup and control characters of learner code are shown as text', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(
    "throw new Error('<img src=x onerror=alert(1)>\\u001b[31m\\u202Eevil');\nexport class User {}\n",
  );
  await bench.run();
  await bench.expectVerdict('crashed');
  await expect(bench.verdict).toContainText('<img src=x onerror=alert(1)>');
  await expect(bench.verdict.locator('img')).toHaveCount(0);
});

const runtime = new URL('../dist/runtime/', import.meta.url);
const sandboxFile = readdirSync(runtime).find((name) => /^sandbox\..*\.json$/.test(name))!;
const sandbox = JSON.parse(readFileSync(new URL(sandboxFile, runtime), 'utf8')) as { frame: string };

for (const [place, host] of [
  ['D01 as a page', undefined],
  ['D02 in a frame', '<iframe src="sandbox.html"></iframe>'],
  [
    'D03 in a frame of the same origin',
    '<iframe sandbox="allow-scripts allow-same-origin" src="sandbox.html">',
  ],
] as const) {
  test(`the sandbox's document runs nothing outside of its own frame: ${place}`, async ({
    page,
    baseURL,
  }) => {
    await page.route('**/sandbox.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: sandbox.frame }),
    );
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<script>heard = 0; addEventListener('message', () => heard += 1)</script>${host}`,
      }),
    );
    await page.goto(`${baseURL}${host ? 'host' : 'sandbox'}.html`);
    const body = host ? page.frameLocator('iframe').locator('body') : page.locator('body');
    await expect(body).toHaveText('Past Tense runs learner code only inside its own sandboxed frame.');
    expect(await page.evaluate('globalThis.heard ?? 0')).toBe(0);
  });
}
