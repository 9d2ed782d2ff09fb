import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

type Bundle = Readonly<Record<string, unknown>>;

const lessons = '**/aggregates/aggregate-root/';
const bundles = /\/runtime\/aggregates\.change-password\.[0-9a-f]+\.json$/;

/** Gives the workbench another bundle than the build's, and the page its hash; without that it would be damaged. */
export async function exchangeBundle(page: Page, change: (bundle: Bundle) => Bundle): Promise<void> {
  const changed = async (url: string) => {
    const original = await (await page.request.get(url)).text();
    return { original, body: JSON.stringify(change(JSON.parse(original) as Bundle)) };
  };
  await page.route(bundles, async (route) => {
    const { body } = await changed(route.request().url());
    await route.fulfill({ contentType: 'application/json', body });
  });
  await page.route(lessons, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const name = /[^";&]*\/runtime\/aggregates\.change-password\.[0-9a-f]+\.json/.exec(html)![0];
    const { original, body } = await changed(new URL(name, route.request().url()).href);
    await route.fulfill({ response, body: html.replaceAll(sha256(original), sha256(body)) });
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
