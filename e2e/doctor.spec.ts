import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

// Each waits until an endless loop is stopped.
test.describe.configure({ timeout: 90_000 });

test.describe('the self-test', () => {
  // The sandbox refuses the probes, and a file is asked for that does not exist.
  test.use({ allowedErrors: [/Content Security Policy|status of 404/] });

  for (const [locale, words] of [
    ['en', { start: 'Start the test', again: 'Test again', good: 'works', right: 'A right answer passes.' }],
    ['ko', { start: '진단 시작', again: '다시 진단', good: '정상', right: '올바른 답은 통과합니다.' }],
  ] as const) {
    test(`says in words that everything works, in ${locale}`, async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`${locale}/progress/`);
      await page.locator('a[href="../doctor/"]').click();
      await page.getByRole('button', { name: words.start }).click();
      await expect(page.getByRole('button', { name: words.again })).toBeVisible({ timeout: 60_000 });
      for (const part of ['isolation', 'compiler', 'judging']) {
        await expect(page.locator(`[data-part="${part}"] .doctor-state`)).toHaveText(words.good);
      }
      await expect(page.locator('[data-part="judging"]')).toContainText(words.right);
      const axe = await new AxeBuilder({ page }).include('site-doctor').analyze();
      expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

      await page.locator('[data-do="copy"]').click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(words.right);
      expect(copied).toContain('"endless": {\n      "verdict": "timed-out"');
    });
  }

  test('touches neither code nor progress, and leaves no database behind', async ({ page }) => {
    await page.goto('en/doctor/');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible({ timeout: 60_000 });
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.filter((name) => name?.includes('doctor'))).toEqual([]);
    const stored = await page.evaluate(() => Object.keys(localStorage));
    expect(stored.filter((key) => /draft|progress|verdict/.test(key))).toEqual([]);
  });

  test('names the storage that the browser refuses', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission to access the database.', 'SecurityError');
      };
    });
    await page.goto('en/doctor/');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await expect(page.locator('[data-part="storage"] .doctor-state')).toHaveText('does not work', {
      timeout: 60_000,
    });
    await expect(page.locator('[data-part="storage"]')).toContainText('A setting that blocks site data');
    await expect(page.getByRole('status').first()).toHaveText(/Something does not work here/);
  });
});

test.describe('where the compiler is missing', () => {
  test.use({ allowedErrors: [/esbuild|Failed to load resource/] });

  test('the verdict leads to the self-test', async ({ page }) => {
    await page.route(/runtime\/esbuild/, (route) => route.abort());
    const bench = new Workbench(page);
    await bench.open();
    await bench.run();
    await bench.expectVerdict('unavailable');
    await bench.verdict.getByRole('link', { name: /Find out what is wrong/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Self-test of this site');
  });
});
