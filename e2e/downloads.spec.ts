import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 120_000 });
const slow = { timeout: 30_000 };

test.describe('with a broken connection', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  for (const [part, pattern] of [
    ['the workbench itself', '**/_astro/OpenWorkbench.*.js'],
    ['one of its parts', '**/_astro/engine.*.js'],
  ] as const) {
    test(`without ${part} the lesson says so, and the same button tries again`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort());
      const bench = new Workbench(page);
      await bench.come();
      await bench.button('open').click();
      await expect(bench.root).toContainText('Check the connection and try again');
      await page.unroute(pattern);
      await bench.button('open').click();
      await expect(bench.lines).toContainText('EventFactory', slow);
    });
  }

  for (const [part, pattern] of [
    ['Monaco', '**/_astro/open-editor.*.js'],
    ['what Monaco tells about the library', '**/runtime/library.*.json'],
  ] as const) {
    test(`without ${part} the plain editor stands in, until it is loaded again`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort());
      const bench = new Workbench(page);
      await bench.come();
      await bench.button('open').click();
      const area = bench.root.locator('.bench-editor textarea');
      await area.fill('export class User { /* plain */ }', slow);
      await expect(bench.root).toContainText('so this is the plain one');
      const again = bench.root.getByRole('button', { name: 'Load the full editor' });
      const failed = page.waitForEvent('requestfailed');
      await again.click();
      await failed;
      await expect(again, 'the first attempt is over').toBeEnabled();
      await expect(area, 'it stays until there is a better one').toHaveValue(/plain/);
      await page.unroute(pattern);
      await again.click();
      await expect(bench.lines).toContainText('/* plain */', slow);
      await expect(bench.root).not.toContainText('so this is the plain one');
    });
  }

  test('TypeScript can be loaded again, and then suggests', async ({ page }) => {
    const pattern = '**/_astro/typescript.worker-*.js';
    await page.route(pattern, (route) => route.abort());
    const bench = new Workbench(page);
    await bench.open();
    await expect(bench.root).toContainText('TypeScript could not be loaded', slow);
    await page.unroute(pattern);
    await bench.root.getByRole('button', { name: 'Load again' }).click();
    await bench.write("const dishes = ['soup'];\n");
    await page.keyboard.type('dishes.toSor');
    await expect(page.locator('.suggest-widget.visible')).toContainText('toSorted', slow);
    await expect(bench.root).not.toContainText('TypeScript could not be loaded');
  });
});

test('a download that brings nothing fails, and can be tried again', async ({ page }) => {
  const pattern = '**/runtime/esbuild.*.wasm.gz';
  await page.route(pattern, () => undefined);
  const bench = new Workbench(page);
  await bench.open();
  const bar = bench.root.getByRole('progressbar', { name: /compiler/ });
  await expect(bar).toBeVisible(slow);
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('unavailable');
  await expect(bench.verdict).toContainText('nothing came for 10 seconds');
  await page.unroute(pattern);
  await bench.root.getByRole('button', { name: 'Try again' }).click();
  await bench.expectVerdict('passed');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('the bar knows bytes and total, and is announced by no live region', async ({ page }) => {
  // Everything but the compiler comes at once; of that, nothing comes yet.
  let arrive = () => undefined as void;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/runtime/esbuild.*.wasm.gz', async (route) => {
    await held;
    await route.continue();
  });
  const bench = new Workbench(page);
  await bench.open();
  const bar = bench.root.getByRole('progressbar', { name: /compiler/ });
  await expect(bar).toBeVisible(slow);
  const numbers = await bar.evaluate((element: HTMLProgressElement) => ({
    value: element.value,
    max: element.max,
    announced: element.closest('output, [aria-live], [role="status"]') !== null,
  }));
  expect(numbers.max).toBeGreaterThan(1_000_000);
  expect(numbers.value).toBeLessThanOrEqual(numbers.max);
  expect(numbers.announced).toBe(false);
  await expect(bench.root.locator('.download')).toContainText(/\d\.\d of \d+\.\d MB/);
  arrive();
  await expect(bar).toHaveCount(0, slow);
  await bench.run();
  await bench.expectVerdict('failed');
});
