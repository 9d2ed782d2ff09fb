import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exercise, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 120_000 });
const slow = { timeout: 30_000 };
const id = 'aggregates/change-password';
const mineIs = (text: string) => `export class User { /* ${text} */ }`;

const notice = (bench: Workbench) => bench.root.getByRole('region', { name: 'Your draft' });
const storage = (bench: Workbench) => bench.root.getByRole('region', { name: 'Storage' });

/** Works on the database that the site made, in the page. */
async function changeDatabase(page: Page, change: 'put' | 'get', record?: object): Promise<unknown> {
  return page.evaluate(
    ([base, kind, value, key]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(`past-tense:${base}`);
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite');
          const drafts = transaction.objectStore('drafts');
          const request = kind === 'put' ? drafts.put(value, key) : drafts.get(key);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      }),
    [
      new URL(await page.evaluate(() => document.baseURI)).pathname.replace(/(en|ko)\/.*/, ''),
      change,
      record,
      id,
    ] as const,
  );
}

/** Two tabs that hear nothing of each other, as when one was frozen, and each with code of its own. */
async function conflict(page: Page, context: BrowserContext) {
  await context.addInitScript(() => {
    globalThis.BroadcastChannel = class extends EventTarget {
      postMessage() {}
      close() {}
    } as unknown as typeof BroadcastChannel;
  });
  const first = new Workbench(page);
  await first.open();
  const other = await context.newPage();
  const second = new Workbench(other);
  await second.open();
  await second.write(mineIs('of the other tab'));
  await expect
    .poll(async () => JSON.stringify(await changeDatabase(other, 'get')))
    .toContain('of the other tab');
  await first.write(mineIs('of this tab'));
  await expect(notice(first)).toContainText('You changed this exercise in another tab as well.');
  return { first, second, other };
}

const storedText = async (page: Page) => JSON.stringify(await changeDatabase(page, 'get'));

test('two tabs with different code: the question survives a reload, and mine is kept', async ({
  page,
  context,
}) => {
  const { first } = await conflict(page, context);
  await expect(first.lines).toContainText('of this tab');
  expect(await storedText(page)).not.toContain('of this tab');

  await page.reload();
  await first.root.scrollIntoViewIfNeeded();
  await expect(first.lines).toContainText('of this tab', slow);
  await expect(notice(first)).toContainText('both are kept');
  await notice(first).getByRole('button', { name: 'Keep mine' }).click();
  await expect(notice(first).getByRole('status')).toHaveText('Your code stays.');
  await expect(notice(first).getByRole('status')).toBeFocused();
  await expect.poll(() => storedText(page)).toContain('of this tab');
  await page.reload();
  await first.root.scrollIntoViewIfNeeded();
  await expect(first.lines).toContainText('of this tab', slow);
  await expect(notice(first)).toBeHidden();
});

test('two tabs with different code: the other’s is taken, and mine can be brought back', async ({
  page,
  context,
}) => {
  const { first } = await conflict(page, context);
  await notice(first).getByRole('button', { name: 'Take the other tab’s' }).click();
  await expect(first.lines).toContainText('of the other tab');
  await expect(notice(first).getByRole('status')).toContainText('Restore my code');

  await first.button('undo').click();
  await expect(first.lines).toContainText('of this tab');
  await expect.poll(() => storedText(page)).toContain('of this tab');
});

test('two tabs with different code: both can be compared while writing goes on', async ({
  page,
  context,
}) => {
  const { first } = await conflict(page, context);
  await notice(first).getByRole('button', { name: 'Compare' }).click();
  const difference = notice(first).locator('.monaco-diff-editor');
  await expect(difference.locator('.original')).toContainText('of this tab', slow);
  await expect(difference.locator('.modified')).toContainText('of the other tab', slow);
  await first.root.locator('.bench-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// more');
  await expect(difference.locator('.original')).toContainText('more');
  await expect(notice(first)).toContainText('You changed this exercise in another tab as well.');

  const axe = new AxeBuilder({ page }).include(exercise).exclude('.monaco-editor');
  const { violations } = await axe.analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
});

test.describe('a starter that changed since the draft was begun', () => {
  const begin = async (page: Page, record: object) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.write(mineIs('begun'));
    await expect.poll(() => storedText(page)).toContain('begun');
    const stored = (await changeDatabase(page, 'get')) as { starter: string };
    // As it was before the starter changed.
    await changeDatabase(page, 'put', { ...stored, ...record });
    await page.reload();
    await bench.root.scrollIntoViewIfNeeded();
    await expect(bench.lines.first()).toContainText(/\S/, slow);
    return { bench, starter: stored.starter };
  };

  test('is told, and mine is kept', async ({ page }) => {
    const { bench, starter } = await begin(page, { starter: '0ld' });
    await expect(notice(bench)).toContainText('has changed since you began');
    await expect(bench.lines).toContainText('begun');
    await page.reload();
    await bench.root.scrollIntoViewIfNeeded();
    await notice(bench).getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => storedText(page)).toContain(`"starter":"${starter}"`);
    await page.reload();
    await bench.root.scrollIntoViewIfNeeded();
    await expect(bench.lines).toContainText('begun', slow);
    await expect(notice(bench)).toBeHidden();
  });

  test('can be compared and taken, and that can be undone', async ({ page }) => {
    const { bench } = await begin(page, { starter: '0ld' });
    await notice(bench).getByRole('button', { name: 'Compare' }).click();
    const difference = notice(bench).locator('.monaco-diff-editor');
    await expect(difference.locator('.original')).toContainText('begun', slow);
    await expect(difference.locator('.modified')).toContainText('EventFactory', slow);
    await notice(bench).getByRole('button', { name: 'Take the new starting code' }).click();
    await expect(bench.lines).toContainText('EventFactory');
    await expect(difference).toBeHidden();
    await bench.button('undo').click();
    await expect(bench.lines).toContainText('begun');
  });

  test('is nobody asked about who stored a draft before starters were remembered', async ({ page }) => {
    const { bench } = await begin(page, { v: 1, rev: undefined, starter: undefined });
    await expect(bench.lines).toContainText('begun');
    await expect(notice(bench)).toBeHidden();
  });
});

test('who starts from a solution can bring the own code back, after an edit and a reload as well', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(mineIs('mine'));
  await bench.root.getByRole('button', { name: 'Compare with the solution' }).click();
  await bench.root.getByRole('dialog').getByRole('button', { name: 'Show the solution' }).click();
  await bench.root.getByRole('button', { name: 'Start from this solution' }).click(slow);
  const help = bench.root.locator('.bench-help');
  await expect(help).toContainText('The solution is in the editor.');
  await expect(bench.lines.first()).not.toContainText('mine');
  await bench.run();
  await bench.expectVerdict('passed');
  await bench.button('undo').click();
  await expect(bench.lines.first()).toContainText('mine');

  await bench.root.getByRole('button', { name: 'Start from this solution' }).click();
  await bench.root.locator('.bench-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// edited');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('edited', slow);
  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.button('undo').click();
  await expect(bench.lines).toContainText('mine');
  await bench.button('undo').click();
  await expect(bench.lines, 'what was written since is not lost either').toContainText('edited');
});

test('storage that is full is told, and the code can be exported', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(mineIs('there was room'));
  await expect.poll(() => storedText(page)).toContain('there was room');
  // Chromium goes on with small writes when the quota is used up; this is what it says to a large one.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = refuse;
    addEventListener('room-again', () => (IDBObjectStore.prototype.put = put));
  });
  await bench.write(mineIs('no room'));
  await expect(storage(bench)).toContainText('There is no room left');

  const downloading = page.waitForEvent('download');
  await storage(bench).getByRole('button', { name: 'Export to a file' }).click();
  const file = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain('no room');
  await page.evaluate(() => dispatchEvent(new Event('room-again')));
  await bench.write(mineIs('room again'));
  await expect(storage(bench)).toBeHidden();
  await expect.poll(() => storedText(page)).toContain('room again');
});

test('a page that a newer version of the site follows is told to reload', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(mineIs('old page'));
  await expect.poll(() => storedText(page)).toContain('old page');
  const newer = await context.newPage();
  await newer.goto('en/');
  await newer.evaluate(async () => {
    const [{ name, version }] = (await indexedDB.databases()) as [{ name: string; version: number }];
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name, version + 1);
      opening.onsuccess = resolve;
      opening.onerror = reject;
      opening.onblocked = reject;
    });
  });

  await expect(storage(bench)).toContainText('Reload this page');
});

test('code that is shown is stored anew when the site’s data was cleared', async ({
  page,
  context,
  baseURL,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(mineIs('still shown'));
  await expect.poll(() => storedText(page)).toContain('still shown');
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });

  await page.waitForTimeout(1_000);
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('still shown', slow);
});

test('a record that cannot be read is kept, told on the progress page, and offered as a file', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(mineIs('x'));
  await expect.poll(() => storedText(page)).toContain('User');
  await changeDatabase(page, 'put', { v: 2, files: 'precious' });
  await bench.come();
  await bench.open();
  await expect(bench.lines).toContainText('EventFactory', slow);

  await page.goto('en/progress/');
  const unreadable = page.locator('unreadable-records');
  await expect(unreadable).toContainText('could not read and has set aside: 1');
  const downloading = page.waitForEvent('download');
  await unreadable.getByRole('button', { name: 'Download them' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^past-tense-unreadable-/);
});
