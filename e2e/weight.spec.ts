import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

/** It has exercises, and questions of every kind. */
const lesson = 'en/aggregates/publish-on-save/';
const exercise = 'en/exercises/aggregates/change-password/';

type Loaded = { readonly url: string; readonly type: string; readonly text: string; readonly bytes: number };

/** Everything that a page asks for, once, with its gzipped bytes; what is fetched may be imported afterwards. */
function watchLoads(page: Page): () => Promise<readonly Loaded[]> {
  const loading: Promise<Loaded>[] = [];
  const read = async (response: Response): Promise<Loaded> => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    const isPacked = body[0] === 0x1f && body[1] === 0x8b;
    return {
      url: response.url(),
      type: response.request().resourceType(),
      text: body.toString(),
      bytes: isPacked ? body.length : gzipSync(body).length,
    };
  };
  const seen = new Set<string>();
  page.on('response', (response) => {
    if (!seen.has(response.url())) loading.push(read(response));
    seen.add(response.url());
  });
  return () => Promise.all(loading);
}

const sum = (loaded: readonly Loaded[], ...types: readonly string[]): number =>
  loaded.filter(({ type }) => types.includes(type)).reduce((bytes, one) => bytes + one.bytes, 0);

const inlineBytes = async (page: Page): Promise<number> =>
  gzipSync((await page.locator('script:not([src])').allTextContents()).join('\n')).length;

test('who only reads gets at most 35 kB of scripts and 30 kB of styles, and nothing of editor, compiler or sandbox', async ({
  page,
}) => {
  const loads = watchLoads(page);
  await page.goto(lesson);
  const inline = await inlineBytes(page);
  for (let y = 0; y < 40; y += 1) await page.mouse.wheel(0, 800);
  await expect(page.locator('.bench button.primary').last()).toBeEnabled();
  await page.waitForLoadState('networkidle');
  const loaded = await loads();

  expect(sum(loaded, 'script') + inline).toBeLessThanOrEqual(35_000);
  expect(sum(loaded, 'stylesheet')).toBeLessThanOrEqual(30_000);
  const urls = loaded.map(({ url }) => url);
  expect(urls.filter((url) => /runtime\/|open-editor|editor\.|worker|engine/.test(url))).toEqual([]);
  expect(loaded.filter(({ type, text }) => type === 'stylesheet' && text.includes('.monaco-'))).toEqual([]);
});

test('an exercise can be read before 60 kB have come, and waits for no font and no image', async ({
  page,
}) => {
  const loads = watchLoads(page);
  await page.goto(exercise);
  await expect(page.locator('.bench button.primary')).toBeEnabled();
  await page.waitForLoadState('networkidle');
  const loaded = await loads();
  expect(sum(loaded, 'script', 'stylesheet') + (await inlineBytes(page))).toBeLessThanOrEqual(60_000);
  expect(loaded.filter(({ type }) => type === 'font')).toEqual([]);
  const eager = page.locator('main img:not([loading="lazy"])');
  expect(await eager.count()).toBe(0);
});

test('the editor takes the first character after at most 1.2 MB, without TypeScript and compiler, whose WebAssembly has at most 3.8 MB', async ({
  page,
}) => {
  const bench = new Workbench(page, 'en', {
    exercise: 'aggregates/change-password',
    lesson: 'exercises/aggregates/change-password',
  });
  let goOn = () => undefined as void;
  const typed = new Promise<void>((resolve) => (goOn = resolve));
  const later = /(?:typescript|compile)\.worker-|\/runtime\/(?:esbuild|sandbox|aggregates)\./;
  await page.route(later, async (route) => {
    await typed;
    await route.continue();
  });
  await bench.come();
  await page.waitForLoadState('networkidle');
  const loads = watchLoads(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await bench.button('open').click();
  await expect(bench.lines).toContainText(/\S/);
  await bench.lines.click();
  await page.keyboard.type('typedByHand');
  await expect(bench.lines).toContainText('typedByHand');
  goOn();
  await bench.run();
  await expect(bench.headline).toContainText(/\S/, { timeout: 25_000 });
  await page.waitForLoadState('networkidle');
  const first = (name: RegExp) => asked.findIndex((url) => name.test(url));
  const parts = [/open-editor\./, /runtime\/esbuild\./, /typescript\.worker-/];
  await expect.poll(() => parts.map(first)).not.toContain(-1);
  expect(parts.map(first)).toEqual(parts.map(first).toSorted((a, b) => a - b));
  const loaded = await loads();
  const editor = loaded.filter(({ url }) => !later.test(url));
  expect(sum(editor, 'script', 'stylesheet', 'font', 'fetch', 'other')).toBeLessThanOrEqual(1_200_000);
  const compiler = loaded.filter(({ url }) => url.includes('/runtime/esbuild.'));
  expect(sum(compiler, 'script', 'fetch', 'other')).toBeGreaterThan(1_000_000);
  expect(sum(compiler, 'script', 'fetch', 'other')).toBeLessThanOrEqual(3_800_000);
});
