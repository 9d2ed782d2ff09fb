import { gzipSync } from 'node:zlib';
import { expect, test } from './test.ts';

/** It has exercises, and questions of every kind. */
const lesson = 'en/aggregates/publish-on-save/';

test('who only reads gets at most 35 kB of scripts, and nothing of editor, compiler or sandbox', async ({
  page,
}) => {
  const scripts: { url: string; bytes: number }[] = [];
  const styles: string[] = [];
  const urls: string[] = [];
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    urls.push(response.url());
    const type = response.request().resourceType();
    if (type === 'stylesheet') bodies.push(response.text().then((text) => void styles.push(text)));
    if (type === 'script') {
      bodies.push(
        response
          .body()
          .then((body) => void scripts.push({ url: response.url(), bytes: gzipSync(body).length })),
      );
    }
  });
  await page.goto(lesson);
  const inline = await page.locator('script:not([src])').allTextContents();
  for (let y = 0; y < 40; y += 1) await page.mouse.wheel(0, 800);
  await expect(page.locator('.bench button.primary').last()).toBeEnabled();
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);

  const bytes = scripts.reduce((sum, script) => sum + script.bytes, gzipSync(inline.join('\n')).length);
  expect(bytes).toBeLessThanOrEqual(35_000);
  expect(urls.filter((url) => /runtime\/|open-editor|editor\.|worker|engine/.test(url))).toEqual([]);
  expect(styles.filter((text) => text.includes('.monaco-'))).toEqual([]);
});
