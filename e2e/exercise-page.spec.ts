import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exercise as inLesson, exerciseFile, lesson, Workbench } from './workbench.ts';

const id = 'aggregates/change-password';
const address = `exercises/${id}`;
const ownPage = (page: Page, locale: 'en' | 'ko' = 'en') =>
  new Workbench(page, locale, { exercise: id, lesson: address });
const separator = (page: Page, name: string) =>
  page.getByRole('separator', { name, exact: true }).filter({ visible: true });

async function valueOf(page: Page, name: string): Promise<number> {
  await expect(separator(page, name)).toHaveAttribute('aria-valuenow', /\d/);
  return Number(await separator(page, name).getAttribute('aria-valuenow'));
}

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('.monaco-editor')
    .disableRules(['label-content-name-mismatch', 'landmark-unique'])
    .analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
}

const overflow = (page: Page, direction: 'Width' | 'Height') =>
  page.evaluate(([scroll, client]) => document.documentElement[scroll] - document.documentElement[client], [
    `scroll${direction}`,
    `client${direction}`,
  ] as ['scrollWidth', 'clientWidth']);

test('the draft goes from the lesson to the full screen, is solved there, and the lesson is one link away', async ({
  page,
}) => {
  test.slow();
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User { /* begun in the lesson */ }');
  await page.locator(inLesson).getByRole('link', { name: 'Full screen' }).click();
  await expect(page).toHaveURL(new RegExp(`/en/${address}/$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the password, and say so');
  await expect(bench.lines).toContainText('begun in the lesson', { timeout: 25_000 });

  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(bench.headline).toBeInViewport({ ratio: 1 });
  expect(await overflow(page, 'Height'), 'the page itself does not scroll').toBeLessThanOrEqual(0);

  await page
    .getByRole('combobox', { name: /language/i })
    .first()
    .selectOption({ index: 1 });
  await expect(page).toHaveURL(new RegExp(`/ko/${address}/$`));
  await page.getByRole('link', { name: /^레슨 읽기/ }).click();
  await expect(page).toHaveURL(/\/ko\/aggregates\/aggregate-root\/#exercise-aggregates-change-password$/);
});

test('the exercises of the course lead to each other', async ({ page }) => {
  await page.goto(`en/${address}/`);
  const bar = page.getByRole('navigation', { name: 'Exercises of the course' });
  await bar.getByRole('link', { name: /^Next exercise: / }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Change the password, and say so');
  await bar.getByRole('link', { name: /^Previous exercise: / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change the password, and say so');
});

test('the separators move by keyboard and pointer, are remembered, and a double click resets them', async ({
  page,
}) => {
  test.slow();
  await ownPage(page).open();
  const task = 'Width of the task';
  const first = await valueOf(page, task);
  await separator(page, task).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => valueOf(page, task)).toBe(first + 2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await expect.poll(() => valueOf(page, task)).toBeGreaterThan(first + 10);
  await page.keyboard.press('Home');
  await expect.poll(() => valueOf(page, task)).toBeLessThan(first);
  const narrow = await valueOf(page, task);

  const editor = 'Height of the editor';
  const before = await valueOf(page, editor);
  const handle = (await separator(page, editor).boundingBox())!;
  await page.mouse.move(handle.x + 200, handle.y);
  await page.mouse.down();
  await page.mouse.move(handle.x + 200, handle.y - 150, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => valueOf(page, editor)).toBeLessThan(before - 10);
  const low = await valueOf(page, editor);

  await page.reload();
  await page.locator('.bench button.primary').click();
  await expect.poll(() => valueOf(page, task)).toBe(narrow);
  await expect.poll(() => valueOf(page, editor)).toBe(low);
  await separator(page, task).dblclick();
  await expect.poll(() => valueOf(page, task)).toBe(first);
  await page.reload();
  await expect.poll(() => valueOf(page, task)).toBe(first);
});

test('in a lesson the editor’s height is chosen by keyboard and remembered', async ({ page }) => {
  test.slow();
  const bench = new Workbench(page);
  await bench.open();
  const name = 'Height of the editor';
  await separator(page, name).press('Home');
  await expect.poll(() => valueOf(page, name)).toBe(160);
  await separator(page, name).press('ArrowDown');
  await expect.poll(() => valueOf(page, name)).toBe(184);
  await bench.open();
  await expect.poll(() => valueOf(page, name)).toBe(184);
});

test('the page of an exercise asks for at most 60 kB of scripts before the editor is opened', async ({
  page,
}) => {
  let bytes = 0;
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    bodies.push(response.body().then((body) => void (bytes += gzipSync(body).length)));
  });
  await page.goto(`en/${address}/`);
  await expect(ownPage(page).button('open')).toBeEnabled();
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  const inline = await page.locator('script:not([src])').allTextContents();
  expect(bytes + gzipSync(inline.join('\n')).length).toBeLessThanOrEqual(60_000);
});

const at = 1_760_000_000_000;
const draft = (updatedAt: number) => ({ v: 1, files: { './user.ts': 'mine' }, updatedAt });

/** Takes the records from a file, as a learner who comes from another browser does. */
async function importRecords(page: Page, drafts: object, progress: object): Promise<void> {
  const text = JSON.stringify({
    format: 'past-tense-progress',
    version: 1,
    exportedAt: '2026-01-01T00:00:00.000Z',
    drafts,
    progress,
    answers: {},
  });
  await page.goto('en/progress/');
  await page
    .locator('learner-data input[type="file"]')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.locator('learner-data [role="status"]')).toHaveText('Imported from mine.json.');
}

test('the index says how far each exercise is, and shows those of one state', async ({ page }) => {
  await importRecords(
    page,
    { [id]: draft(at) },
    {
      'events/dispatcher': { v: 1, passedAt: at },
      'events/shape-the-fact': { v: 2, passedAt: at, solutionAt: at - 1 },
    },
  );
  await page.goto('en/exercises/');
  const state = (exercise: string) => page.locator(`[data-exercise="${exercise}"] .state`);
  await expect(state(id)).toHaveText(/^begun, last changed on /);
  await expect(state('events/dispatcher')).toHaveText(/^passed on /);
  await expect(state('events/shape-the-fact')).toHaveText(/^passed on .*, after seeing the solution$/);
  await expect(state('events/read-the-wall')).toHaveText('not begun');

  await page.getByRole('radio', { name: 'begun', exact: true }).check();
  await expect(page.locator('[data-exercise]:visible')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 3 }).filter({ visible: true })).toHaveCount(1);
  await expect(page.locator('.filter [role="status"]')).toHaveText('Exercises shown: 1');
  await page.locator(`[data-exercise="${id}"] a`).click();
  await expect(page).toHaveURL(new RegExp(`/en/${address}/$`));
});

test('the front page leads back to where the learner left off, also when another tab changes it', async ({
  page,
  context,
}) => {
  test.slow();
  const front = await context.newPage();
  await front.goto('en/');
  const link = front.getByRole('region', { name: 'Continue' }).getByRole('link');
  await expect(front.locator('continue-learning')).toBeAttached();
  await expect(link, 'a newcomer sees nothing').toHaveCount(0);

  await importRecords(page, { [id]: draft(at) }, {});
  await expect(link).toHaveText(/Where you left off\s*Change the password, and say so/);
  await expect(link).toHaveAttribute('href', new RegExp(`/en/${address}/$`));

  await importRecords(page, {}, { [id]: { v: 1, passedAt: at } });
  await expect(link).toHaveText(/^Your next exercise/);
  await link.click();
  await expect(front).toHaveURL(/\/en\/aggregates\/[a-z-]+\/#exercise-/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the index leads to the task and its starter', async ({ page }) => {
    await page.goto('ko/exercises/');
    await expect(page.locator('.filter')).toBeHidden();
    await page.locator(`[data-exercise="${id}"] a`).click();
    await expect(page.locator('.exercise-task')).toContainText('거절');
    await expect(page.locator('.bench-starter')).toContainText("userId: 'fistkim101'");
    await expect(page.locator('.bench-starter')).toBeVisible();
  });

  test('the front page says nothing of continuing', async ({ page }) => {
    await page.goto('en/');
    await expect(page.locator('continue-learning')).toBeHidden();
  });
});

for (const theme of ['light', 'dark'] as const) {
  for (const locale of ['en', 'ko'] as const) {
    test(`axe finds nothing on the page of an exercise, the index and the way back, ${locale}, ${theme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await importRecords(
        page,
        { 'events/shape-the-fact': draft(at) },
        { 'events/dispatcher': { v: 1, passedAt: at } },
      );
      for (const path of [`${locale}/exercises/`, `${locale}/`, `${locale}/${address}/`]) {
        await page.goto(path);
        if (path === `${locale}/`) await expect(page.locator('continue-learning')).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectNoFindings(page);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page, 'Width'), path).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    });
  }
}

test('axe finds nothing on the page of an exercise with a verdict, and it fits 320 px', async ({ page }) => {
  test.slow();
  const bench = ownPage(page, 'ko');
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');
  await expectNoFindings(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page, 'Width')).toBeLessThanOrEqual(0);
});

test('search leads to the lesson of an exercise, not to its own page', async ({ page }) => {
  await page.goto(lesson.en);
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox').fill('Change the password, and say so');
  await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
  await expect(page.locator(`.pagefind-ui__result-link[href*="/${address}"]`)).toHaveCount(0);
});
