import { type Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { base, databaseName, stored, storedText } from './stored.ts';
import { exerciseFile, Workbench } from './workbench.ts';

// Faults of the browser's storage, by their numbers in docs/corpus.md. Below 640 px the plain editor opens.
test.use({ viewport: { width: 600, height: 900 } });

const codeWith = (text: string) => `export class User { /* ${text} */ }`;
const storage = (bench: Workbench) => bench.root.getByRole('region', { name: 'Storage' });

/** Writes into the editor and waits until it is stored. */
async function keep(bench: Workbench, text: string): Promise<void> {
  await bench.write(codeWith(text));
  await expect.poll(() => storedText(bench.page)).toContain(text);
}

async function comeBack(page: Page, text: string): Promise<void> {
  const bench = new Workbench(page);
  await bench.come();
  await expect(bench.lines).toContainText(text, { timeout: 25_000 });
}

test('S01: drafts are stored while localStorage is full', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(() => {
    localStorage.setItem('neighbour', 'old');
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      try {
        for (let place = 0; ; place += 1) localStorage.setItem(`full-${size}-${place}`, 'x'.repeat(size));
      } catch {
        // On with less.
      }
    }
  });
  await keep(bench, 'beside a full one');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('beside a full one');
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  expect(await page.evaluate(() => localStorage.getItem('neighbour'))).toBe('old');
});

test('S02: a full disk is told, leaves what is stored, and the code lasts until there is room', async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const bench = new Workbench(page);
  await bench.open();
  await keep(bench, 'there was room');
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('ballast', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('all');
        opening.onsuccess = () => {
          const putOn = (key: number) => {
            const transaction = opening.result.transaction('all', 'readwrite');
            transaction.objectStore('all').put(
              new Uint8Array(400_000).map(() => Math.random() * 256),
              key,
            );
            transaction.oncomplete = () => putOn(key + 1);
            transaction.onabort = () => {
              opening.result.close();
              resolve(transaction.error?.name ?? '');
            };
          };
          putOn(0);
        };
      }),
  );
  expect(refused).toBe('QuotaExceededError');

  const large = `no room ${'x'.repeat(900_000)}`;
  await bench.write(`// ${large}`);
  await expect(storage(bench)).toContainText('There is no room left');
  expect(await storedText(page)).toContain('there was room');
  const downloading = page.waitForEvent('download');
  await storage(bench).getByRole('button', { name: 'Export to a file' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain(large);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.evaluate(() => void dispatchEvent(new Event('blur')));
  await expect(storage(bench)).toBeHidden();
  await expect.poll(() => storedText(page)).toContain('no room');
});

test('S05: a page that is older than the stored data says so, and leaves the data as it is', async ({
  page,
}) => {
  // A page of the origin that opens no database.
  await page.route('**/none.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>0</title>' }),
  );
  await page.goto('none.html');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 99);
        opening.onupgradeneeded = () => {
          for (const store of ['drafts', 'progress', 'quarantine', 'sections'])
            opening.result.createObjectStore(store);
          opening
            .transaction!.objectStore('drafts')
            .put({ v: 9, of: 'the future' }, 'aggregates/change-password');
        };
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    databaseName,
  );
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(codeWith('of the past'));
  await expect(storage(bench)).toContainText('A newer version of this site now stores your data.');
  const downloading = page.waitForEvent('download');
  await storage(bench).getByRole('button', { name: 'Export to a file' }).click();
  await downloading;
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines, 'it went into the journal').toContainText('of the past');
  expect(await stored(page, 'drafts')).toEqual({ 'aggregates/change-password': { v: 9, of: 'the future' } });
});

for (const [how, leave] of [
  ['reloads', async (page: Page) => void (await page.reload())],
  ['goes to another lesson', async (page: Page) => void (await page.goto('en/events/good-event/'))],
  ['goes to another site', async (page: Page) => void (await page.goto('about:blank'))],
  ['goes back', async (page: Page) => void (await page.goBack())],
  ['closes the tab', async (page: Page) => page.close({ runBeforeUnload: true })],
] as const) {
  test(`S12, S13: who ${how} right after a keystroke finds it again`, async ({ page, context }) => {
    const bench = new Workbench(page);
    await page.goto('en/events/good-event/');
    await bench.open();
    await keep(bench, 'stored');
    await bench.write(codeWith('the last keystroke'));
    await leave(page);

    await comeBack(await context.newPage(), 'the last keystroke');
  });
}

test('S10: code that is shown is stored anew when all data of the site was cleared, and writing goes on', async ({
  page,
  context,
  baseURL,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await keep(bench, 'still shown');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(baseURL!).origin,
    storageTypes: 'all',
  });
  await expect.poll(() => storedText(page)).toContain('still shown');
  await keep(bench, 'written on');
  await expect(storage(bench)).toBeHidden();
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('written on');
});

test('S18: who deletes everything leaves another course on the same host as it is', async ({ page }) => {
  await page.goto('en/progress/');
  const neighbour = `${databaseName}other/`;
  await page.evaluate(
    ([name, key]) =>
      new Promise<void>((resolve, reject) => {
        localStorage.setItem(key, 'the neighbour’s');
        const opening = indexedDB.open(name, 3);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore('drafts').put('the neighbour’s', 'aggregates/change-password');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [neighbour, `past-tense:${base}other/:journal:aggregates/change-password#1`] as const,
  );
  await page.getByRole('button', { name: 'Delete all my data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.locator('learner-data [role="status"]')).toHaveText('Everything was deleted.');

  expect(await stored(page, 'drafts', neighbour)).toEqual({
    'aggregates/change-password': 'the neighbour’s',
  });
  expect(await page.evaluate(() => Object.values(localStorage))).toContain('the neighbour’s');
});
