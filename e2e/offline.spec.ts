import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { nextVersion } from './deployments.ts';
import { startHost } from './host.ts';
import { expect, test as base } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

type Server = Awaited<ReturnType<typeof startHost>>;

/** A host of its own for each test, which can be stopped and be given another version. */
const test = base.extend<{ server: { current: Server; stop(): Promise<void>; start(): Promise<void> } }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from here
  server: async ({}, use) => {
    const server = {
      current: await startHost({}),
      stop: () => server.current.close(),
      async start() {
        server.current = await startHost({ port: Number(new URL(server.current.address).port) });
      },
    };
    await use(server);
    await server.stop().catch(() => undefined);
  },
  baseURL: async ({ server }, use) => use(server.current.address),
});

test.use({
  serviceWorkers: 'allow',
  allowedErrors: [/Failed to load resource|Failed to fetch dynamically imported module|net::ERR/],
});
test.describe.configure({ timeout: 150_000 });
const slow = { timeout: 60_000 };

const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(`${name} ${url}`);
    return found;
  });

async function keepCourse(page: Page): Promise<void> {
  await page.goto('en/progress/');
  await page.getByRole('button', { name: 'Make available offline' }).click();
  await expect(page.locator('offline-copy')).toContainText('The course is available offline since', slow);
}

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

test('a browser without room for the course says so before anything is downloaded', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 10_000_000, usage: 0 });
  });
  await page.goto('en/progress/');
  const copy = page.locator('offline-copy');
  await copy.getByRole('button', { name: 'Make available offline' }).click();
  await expect(copy.getByRole('status')).toContainText(/no room for it: \d+ MB are needed/);
  expect((await keptAddresses(page)).filter((address) => address.includes(':kept:'))).toEqual([]);
});

test.describe('where the browser has no service workers', () => {
  test.use({ serviceWorkers: 'block' });

  test('the page of the progress says that nothing can be kept', async ({ page }) => {
    await page.goto('ko/progress/');
    const status = page.locator('offline-copy').getByRole('status');
    await expect(status).toContainText('페이지를 저장하지 않습니다', slow);
    await expect(page.locator('offline-copy').getByRole('button')).toHaveCount(0);
  });
});

test.describe('two versions in turn', () => {
  test.use({ editor: 'plain' });

  test('a new version is announced in every tab and taken as a whole, by a press, with the code kept', async ({
    page,
    context,
    server,
  }) => {
    test.slow();
    const second = nextVersion();
    try {
      await keepCourse(page);
      const bench = new Workbench(page);
      await bench.open();
      const other = await openOther(context, page);
      server.current.deploy(second);

      await other.goto('en/events/good-event/');
      await expectVersion(other, undefined);
      for (const tab of [page, other])
        await expect(tab.getByRole('region', { name: 'A new version of this course is ready.' })).toBeVisible(
          slow,
        );
      await other.goto('en/events/reading-the-wall/');
      await expectVersion(other, undefined);
      const otherBench = new Workbench(other);
      await otherBench.open();

      await bench.write('export class User { /* written last */ }');
      await page.getByRole('button', { name: 'Save and reload' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-release', '2', slow);
      await expectVersion(page, '2');
      await bench.root.scrollIntoViewIfNeeded();
      await expect(bench.lines).toContainText('/* written last */', slow);

      // The other tab was not reloaded, and has what its version needs though the host has it no longer.
      await expectVersion(other, undefined);
      await otherBench.root.getByRole('button', { name: 'More' }).click(slow);
      await otherBench.root.getByRole('button', { name: 'Copy a link to this code' }).click();
      await expect(otherBench.root).toContainText(/The link is copied|let the link be copied/);
      await other.getByRole('button', { name: 'Save and reload' }).click();
      await expect(other.locator('html')).toHaveAttribute('data-release', '2', slow);

      await server.stop();
      await other.goto('en/events/publisher-and-handlers/');
      await expectVersion(other, '2');
      await expect
        .poll(async () => (await keptVersions(other)).length, { message: 'the first version is gone' })
        .toBe(1);
    } finally {
      await server.stop().catch(() => undefined);
      rmSync(second, { recursive: true });
    }
  });
});

async function openOther(context: BrowserContext, page: Page): Promise<Page> {
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

const keptVersions = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(':kept:')));

/** Page and style sheet are of one version; a sheet that did not come leaves the page without its colours. */
async function expectVersion(page: Page, release: string | undefined): Promise<void> {
  const found = () =>
    page.evaluate(() => ({
      release: document.documentElement.dataset['release'],
      sheets: [...document.styleSheets].some(({ href }) => href?.includes('middleware.second')),
      colour: getComputedStyle(document.documentElement).getPropertyValue('--sl-color-white') !== '',
    }));
  await expect.poll(found).toEqual({ release, sheets: release === '2', colour: true });
}
