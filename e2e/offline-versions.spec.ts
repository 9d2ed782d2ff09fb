import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { nextVersion } from './deployments.ts';
import { slow, test } from './offline.ts';
import { expect } from './test.ts';
import { Workbench } from './workbench.ts';

test.describe.configure({ timeout: 150_000 });
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
    // A navigation drops what no open page needs; a page that was just left may still count as open.
    await expect(async () => {
      await other.reload();
      expect(await keptVersions(other), 'the first version is gone').toHaveLength(1);
    }).toPass();
  } finally {
    await server.stop().catch(() => undefined);
    rmSync(second, { recursive: true });
  }
});

async function keepCourse(page: Page): Promise<void> {
  await page.goto('en/progress/');
  await page.getByRole('button', { name: 'Make available offline' }).click();
  await expect(page.locator('offline-copy')).toContainText('The course is available offline since', slow);
}

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
