import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { storedText } from './stored.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'events/shape-the-fact', lesson: 'events/good-event' };
const state = (page: Page) => page.locator(`[data-exercise="${place.exercise}"] .state`);
const status = (page: Page) => page.locator('learner-data [role="status"]');
const counts = (page: Page) => page.locator('learner-data > .counts');

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('learner-data input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function deleteAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete all my data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(status(page)).toHaveText('Everything was deleted.');
}

/** A file with a draft of the exercise. */
const fileWithDraft = (code: string, updatedAt: number): string =>
  JSON.stringify({
    format: 'past-tense-progress',
    version: 1,
    exportedAt: '2026-01-01T00:00:00.000Z',
    drafts: { [place.exercise]: { v: 1, files: { './events.ts': code }, updatedAt } },
    progress: {},
    answers: {},
  });

test('what was exported comes back after everything was deleted', async ({ page }) => {
  test.slow();
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  await bench.write(exerciseFile('events.solution.ts', place));
  await bench.run();
  await bench.expectVerdict('passed');

  await page.goto('en/progress/');
  const mark = page.locator(`nav.sidebar a[data-exercises="${place.exercise}"]`);
  await expect(state(page)).toHaveText(/^passed on /);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^past-tense-\d{4}-\d\d-\d\d\.json$/);
  const exported = readFileSync(await download.path(), 'utf8');

  await deleteAll(page);
  await expect(state(page)).toHaveText('not begun');
  await expect(mark).not.toHaveAccessibleName(/passed/);
  await page.reload();
  await expect(counts(page)).toHaveText('Drafts: 0 · Passed exercises: 0 · Answers: 0');

  await choose(page, 'mine.json', exported);
  const preview = page.getByRole('dialog', { name: 'What the import will do' });
  await expect(preview.locator('[data-kind="added"]')).toContainText('draft, passed');
  await expect(state(page), 'the preview changes nothing').toHaveText('not begun');
  await preview.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(status(page)).toHaveText('Imported from mine.json.');
  await expect(state(page)).toHaveText(/^passed on /);
  await expect(mark).toHaveAccessibleName(/ passed$/);

  const again = new Workbench(page, 'en', place);
  await again.come();
  await expect(again.lines).toContainText('Object.freeze', { timeout: 25_000 });
  await expect(again.button('reset')).toBeEnabled();
});

test('a pass is kept though the page is left the moment it is shown', async ({ page }) => {
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  await bench.write(exerciseFile('events.solution.ts', place));
  await bench.verdict.evaluate(
    (panel, address) => {
      const leave = () => {
        if (panel.getAttribute('data-verdict') === 'passed') location.assign(address);
      };
      new MutationObserver(leave).observe(panel, { attributes: true });
    },
    new URL('en/progress/', page.url().replace(/en\/.*/, '')).href,
  );
  await bench.run();
  await page.waitForURL('**/en/progress/', { timeout: 25_000 });
  await expect(state(page)).toHaveText(/^passed on /);
});

test('a file that is foreign, too new, damaged or cut is refused with the reason, and nothing is changed', async ({
  page,
}) => {
  await page.goto('en/progress/');
  await choose(page, 'draft.json', fileWithDraft('mine', 1_760_000_000_000));
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(counts(page)).toContainText('Drafts: 1');

  for (const [name, text, reason] of [
    ['package.json', '{ "name": "another" }', 'package.json was not exported by this course.'],
    ['new.json', '{ "format": "past-tense-progress", "version": 9 }', 'by a newer version of this site.'],
    ['bad.json', fileWithDraft('x', -1), 'drafts, events/shape-the-fact, updatedAt'],
    ['cut.json', '{ "format": "past-ten', 'cut.json is no JSON file, or only part of one.'],
    ['huge.json', ' '.repeat(5_000_001), 'huge.json is larger than 5 MB'],
  ] as const) {
    await choose(page, name, text);
    await expect(status(page)).toContainText(reason);
    await expect(status(page)).toContainText('Nothing was changed.');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.reload();
  await expect(counts(page)).toContainText('Drafts: 1');
  await expect(state(page)).toHaveText(/^begun, last changed on /);
});

test('an open workbench takes what is imported in another tab, and begins anew when all is deleted', async ({
  page,
  context,
}) => {
  test.slow();
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  await bench.write('export const mine = 1;');
  await expect.poll(() => storedText(page)).toContain('mine');
  const other = await context.newPage();
  await other.goto('en/progress/');
  await expect(counts(other)).toContainText('Drafts: 1');

  await choose(other, 'older.json', fileWithDraft('export const older = 1;', 1_000));
  const preview = other.getByRole('dialog');
  await expect(preview.locator('[data-kind="kept"]')).toHaveCount(1);
  await expect(preview.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await preview.getByRole('radio', { name: /^Replace/ }).check();
  await expect(preview.getByRole('alert')).toContainText('This cannot be undone.');
  await preview.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(bench.lines).toContainText('older');

  await deleteAll(other);
  await expect(bench.lines).not.toContainText('older');
  await expect(bench.button('reset')).toBeDisabled();
  await page.reload();
  await other.reload();
  await expect(counts(other)).toContainText('Drafts: 0');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page lists every exercise and leads to it', async ({ page }) => {
    await page.goto('ko/progress/');
    await page.locator(`[data-exercise="${place.exercise}"] a`).click();
    await expect(page).toHaveURL(/\/ko\/exercises\/events\/shape-the-fact\/$/);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the progress page and its dialogs, and it fits a phone, ${theme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto('ko/progress/');
    await expect(state(page)).toHaveText('시작 전');
    const check = async () => {
      const { violations } = await new AxeBuilder({ page })
        .disableRules(['label-content-name-mismatch'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    };
    await check();
    await choose(page, 'draft.json', fileWithDraft('mine', 1_760_000_000_000));
    await page.getByRole('radio', { name: /^교체/ }).check();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '내 데이터 모두 삭제' }).click();
    await check();
  });
}
