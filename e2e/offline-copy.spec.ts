import type { Page } from '@playwright/test';
import { keptAddresses, slow, test } from './offline.ts';
import { expect } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 150_000 });
test.use({ editor: 'plain' });

const copyOf = (page: Page) => {
  const copy = page.locator('offline-copy');
  return {
    copy,
    status: copy.getByRole('status'),
    bar: copy.getByRole('progressbar'),
    button: (name: string) => copy.getByRole('button', { name, exact: true }),
  };
};

const keptOf = async (page: Page) =>
  (await keptAddresses(page)).filter((address) => address.includes(':kept:'));

/** Downloads until nothing but the compiler is missing, which the host holds back. */
async function keepHalf(page: Page): Promise<void> {
  await page.goto('en/progress/');
  const { copy, button } = copyOf(page);
  await button('Make available offline').click();
  await expect(copy).toContainText(/[1-9]\d* of \d+ MB/, slow);
  await expect.poll(async () => (await keptOf(page)).join('\n'), slow).toContain('/runtime/');
}

test('a download that is cancelled in the middle serves nothing, and goes on with what came', async ({
  page,
  server,
}) => {
  let release = server.current.hold(/^runtime\/esbuild\./);
  await keepHalf(page);
  const { status, bar, button } = copyOf(page);
  await expect(bar).toBeVisible();
  await button('Cancel').click();
  await expect(status).toContainText('Cancelled.');
  await expect(button('Try again')).toBeFocused();
  await expect(bar).toBeHidden();
  release();
  const came = await keptOf(page);
  expect(came.filter((address) => /\/kept\/en$|esbuild/.test(address))).toEqual([]);

  // No part of it stands in for the whole.
  await server.stop();
  await page.goto('en/events/good-event/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not in your browser');
  await server.start();

  const asked: string[] = [];
  // What the page runs for itself comes when it likes, and may be a file of the copy, too.
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') asked.push(request.url());
  });
  await page.goto('en/progress/');
  await expect(status).toContainText('A part of it is here already');
  asked.length = 0;
  await button('Make available offline').click();
  await expect(status).toContainText('The course is available offline since', slow);
  const again = came.map((address) => address.split(' ')[1]!).filter((url) => asked.includes(url));
  expect(again, 'what came is not downloaded again').toEqual([]);
  expect(asked.filter((url) => url.includes('/runtime/esbuild.'))).toHaveLength(1);

  await button('Remove the offline copy').click();
  await expect(status).toContainText('The offline copy was removed');
  release = server.current.hold(/^runtime\/esbuild\./);
  await keepHalf(page);
  await button('Cancel').click();
  await button('Remove the offline copy').click();
  await expect(status).toContainText('The offline copy was removed');
  expect(await keptOf(page)).toEqual([]);
  release();
});

test('a browser that runs out of room in the middle says so, gives the room back, and the site goes on', async ({
  page,
  context,
  server,
  baseURL,
}) => {
  const release = server.current.hold(/^runtime\/esbuild\./);
  await keepHalf(page);
  const browser = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  const quotaSize = 12_000_000;
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  release();
  const { status, button } = copyOf(page);
  await expect(status).toContainText(/no room for it: \d+ MB are needed/, slow);
  expect(await keptOf(page)).toEqual([]);

  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await page.goto('en/progress/');
  await expect(page.getByText(/^passed on /)).toHaveCount(1);
  await button('Make available offline').click();
  await expect(status).toContainText('no room for it');
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
