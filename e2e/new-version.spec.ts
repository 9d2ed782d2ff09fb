import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ allowedErrors: [/Failed to load resource/] });

const shareScript = '**/_astro/share-code.*.js';

/** Another version is put online: scripts that the page has not loaded yet are gone, and the page names other files. */
async function deploy(page: Page, gone: string) {
  let reloads = 0;
  await page.route(gone, (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.route('**/aggregates/aggregate-root/', async (route) => {
    const isDocument = route.request().resourceType() === 'document';
    reloads += isDocument ? 1 : 0;
    // A reload brings the same page again, as from a cache that does not know better.
    if (isDocument) return route.continue();
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replaceAll(/runtime\/sandbox\.[0-9a-f]+/g, 'runtime/sandbox.0123456789ab');
    return route.fulfill({ response, body });
  });
  return { reloads: () => reloads };
}

async function copyLink(bench: Workbench): Promise<void> {
  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.root.getByRole('button', { name: 'Copy a link to this code' }).click();
}

test('when a new version took a script away, a reload is offered that keeps the code, and only once', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  const site = await deploy(page, shareScript);
  await copyLink(bench);
  const offer = bench.root.getByRole('region', { name: 'New version' });
  await expect(offer).toContainText('This course was updated while the page was open');
  await bench.write('export class User { /* written last */ }');
  await offer.getByRole('button', { name: 'Save and reload' }).click();

  await expect.poll(site.reloads).toBe(1);
  await expect(bench.lines).toContainText('/* written last */', { timeout: 25_000 });
  await copyLink(bench);
  await expect(bench.root, 'the same page came again').toContainText(
    'A part of the page could not be loaded',
  );
  await expect(offer).toHaveCount(0);
  expect(site.reloads(), 'nothing reloads by itself').toBe(1);
});

test('a workbench that was not opened before the new version came offers the reload in its place', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.come();
  await expect(bench.button('open')).toBeEnabled();
  await deploy(page, '**/_astro/engine.*.js');
  await bench.button('open').click();
  await expect(bench.root).toContainText('This course was updated while the page was open');
  await page.unroute('**/_astro/engine.*.js');
  await bench.root.getByRole('button', { name: 'Reload the page' }).click();
  await bench.button('open').click();
  await expect(bench.lines).toContainText('EventFactory', { timeout: 25_000 });
});

test('a missing script of the same version is no new version', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.route(shareScript, (route) => route.fulfill({ status: 404, body: 'gone' }));
  const looked = page.waitForResponse((response) => response.url().endsWith('/aggregates/aggregate-root/'));
  await copyLink(bench);
  await looked;
  await expect(bench.root).toContainText('A part of the page could not be loaded');
  await expect(bench.root.getByRole('region', { name: 'New version' })).toHaveCount(0);
});
