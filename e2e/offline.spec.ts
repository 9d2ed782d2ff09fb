import type { Page } from '@playwright/test';
import { keptAddresses, slow, test } from './offline.ts';
import { expect } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 150_000 });
const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

const changePassword = () => exerciseFile('user.solution.ts');

test.describe('visited pages', () => {
  test.use({ editor: 'plain' });

  test('a visited lesson opens and its exercise is solved when the host is gone', async ({
    page,
    server,
  }) => {
    const bench = new Workbench(page);
    await bench.open();
    await controlled(page);
    await bench.run();
    await bench.expectVerdict('failed');
    await bench.write(changePassword());
    // What the first page had loaded before there was a worker is handed to it.
    await expect.poll(async () => (await keptAddresses(page)).join('\n')).toContain('OpenWorkbench');
    await page.goto('en/#code=1.secret');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await server.stop();

    await bench.come();
    await expect(bench.lines).toContainText('changePassword', slow);
    await bench.run();
    await bench.expectVerdict('passed');
    expect((await keptAddresses(page)).join('\n'), 'no code of a link').not.toMatch(/secret|#/);

    await page.goto('ko/events/good-event/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('브라우저에 저장되지 않은 페이지입니다');
    await server.start();
    await page.getByRole('link', { name: '다시 시도' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.locator('starlight-lang-select').first()).toBeAttached();

    await page.goto('en/doctor/');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible(slow);
    for (const part of ['isolation', 'compiler', 'judging'])
      await expect(page.locator(`[data-part="${part}"]`)).toHaveAttribute('data-state', 'good');
  });
});

test('after one press the whole course works when the host is gone: lesson, Monaco, compiler, search', async ({
  page,
  server,
}) => {
  await page.goto('en/progress/');
  const copy = page.locator('offline-copy');
  await expect(copy).toContainText(/takes \d+ MB in this browser. About \d+ MB of it are downloaded/);
  await controlled(page);
  await server.stop();
  await copy.getByRole('button', { name: 'Make available offline' }).click();
  await expect(copy.getByRole('status')).toContainText('The connection broke');
  await server.start();
  await copy.getByRole('button', { name: 'Try again' }).click();
  await expect(copy.getByRole('status')).toContainText('The course is available offline since', slow);
  await server.stop();

  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.lines).toHaveClass(/view-lines/);
  await bench.write(changePassword());
  await bench.run();
  await bench.expectVerdict('passed');

  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('aggregate root');
  await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible(slow);
  await page.locator('.pagefind-ui__result-link').first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.goto('en/progress/');
  await copy.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(copy.getByRole('status')).toContainText('The offline copy was removed');
  expect((await keptAddresses(page)).filter((address) => address.includes(':kept:'))).toEqual([]);
});
