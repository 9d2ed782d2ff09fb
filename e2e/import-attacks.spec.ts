import { closeSync, ftruncateSync, openSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { stored } from './stored.ts';
import { Workbench } from './workbench.ts';

// S16: what src/progress/hostile-file.test.ts cannot show, the page around a hostile file.
test.use({ viewport: { width: 600, height: 900 } });

const id = 'aggregates/change-password';
const status = (page: Page) => page.locator('learner-data [role="status"]');
const preview = (page: Page) => page.getByRole('dialog', { name: 'What the import will do' });

async function choose(page: Page, name: string, stores: object): Promise<void> {
  const file = {
    format: 'past-tense-progress',
    version: 2,
    exportedAt: '2026-01-01T00:00:00.000Z',
    drafts: {},
    progress: {},
    answers: {},
    ...stores,
  };
  await page
    .locator('learner-data input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
}

const draftOf = (code: string) => ({
  v: 2,
  rev: 3,
  files: { './user.ts': code },
  beforeReset: { './user.ts': code },
  updatedAt: 1_760_000_000_000,
});

test('S16: a file of 100 MB is refused with the reason, unread', async ({ page }, info) => {
  const path = info.outputPath('huge.json');
  const file = openSync(path, 'w');
  ftruncateSync(file, 100_000_000);
  closeSync(file);
  await page.goto('en/progress/');
  await page.locator('learner-data input[type="file"]').setInputFiles(path);

  await expect(status(page)).toContainText('huge.json is larger than 5 MB');
  await expect(preview(page)).toBeHidden();
});

test('S16: names in a hostile file are shown as text, without what turns the sentence around', async ({
  page,
}) => {
  await page.goto('en/progress/');
  await choose(page, '\u202e<img src=x onerror=alert(1)>.json', { drafts: { '\u202e<b>/add': {} } });

  await expect(status(page)).toContainText(String.raw`\u202e<img src=x onerror=alert(1)>.json is damaged`);
  await expect(status(page)).toContainText(String.raw`drafts, \u202e<b>/add`);
  await expect(status(page).locator('img, b')).toHaveCount(0);
});

test('S16: as many records as a file may have are previewed and imported, one more is refused', async ({
  page,
}) => {
  const progressOf = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, place) => [`a/b${place}`, { v: 2, passedAt: 1 }]));
  await page.goto('en/progress/');
  await choose(page, 'many.json', { progress: progressOf(5_001) });
  await expect(status(page)).toContainText('many.json holds more records than this course can leave');

  await choose(page, 'full.json', { progress: progressOf(5_000) });
  await expect(preview(page).locator('[data-kind="added"] summary')).toHaveText('Added (5000)');
  await preview(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(status(page)).toHaveText('Imported from full.json.');
});

test('S16: imported code is shown as text, and does not run before somebody presses Run', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const hostile = `document.title = 'stolen'; globalThis.stolen = 1; fetch('/stolen');
export class User {} // </textarea><img src=x onerror="document.title='stolen'">`;
  await page.goto('en/progress/');
  await choose(page, 'theirs.json', {
    drafts: { [id]: draftOf(hostile) },
    answers: { constructor: { v: 1, chosen: [0], right: true, answeredAt: 5 } },
  });
  await preview(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(status(page)).toHaveText('Imported from theirs.json.');

  const bench = new Workbench(page);
  await bench.come();
  await expect(bench.lines).toContainText('onerror', { timeout: 25_000 });
  await expect(bench.headline).toBeEmpty();
  expect(await page.title()).not.toBe('stolen');
  expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
  expect(requested.filter((url) => url.endsWith('/stolen'))).toEqual([]);
});

test('S16: a draft that counts to the end of all numbers can be written on', async ({ page }) => {
  await page.goto('en/progress/');
  const rev = Number.MAX_SAFE_INTEGER;
  await choose(page, 'theirs.json', { drafts: { [id]: { ...draftOf('export class User {}'), rev } } });
  await preview(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(status(page)).toHaveText('Imported from theirs.json.');
  const bench = new Workbench(page);
  await bench.come();
  await expect(bench.lines).toContainText('class User', { timeout: 25_000 });
  await bench.write('export class User { /* written on */ }');
  await expect.poll(async () => JSON.stringify(await stored(page, 'drafts'))).toContain('written on');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();

  await expect(bench.lines).toContainText('written on', { timeout: 25_000 });
  expect(await stored(page, 'quarantine')).toEqual({});
});
