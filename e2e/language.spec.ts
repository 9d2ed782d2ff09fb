import { expect, test } from './test.ts';
import { exerciseFile, lesson, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

test.describe.configure({ timeout: 90_000 });
const slow = { timeout: 30_000 };

const before = { en: 'from before the page was loaded again', ko: '페이지를 다시 불러오기 전에' };

test('changing the language keeps place, draft and verdict, and runs nothing', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.mistake-literal-id.ts'));
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.root).not.toContainText(before.en);

  const korean = new Workbench(page, 'ko');
  await page.getByRole('banner').getByLabel('Select language').selectOption({ label: '한국어' });
  await page.waitForURL(`**/${lesson.ko}**`);
  await korean.expectVerdict('failed');
  await expect(korean.root).toBeInViewport();
  await expect(korean.headline).toContainText('미통과', slow);
  await expect(korean.root).toContainText(before.ko);
  await expect(korean.verdict).not.toHaveAttribute('data-stale');
  await expect(korean.verdict.locator('[data-mistake="literal-id"]')).toContainText(/[가-힣]{2}/);
  await expect(korean.lines).toContainText('changePassword(current: string');
});

test('a heading in the middle of a lesson is found again in the other language', async ({ page }) => {
  await page.goto(lesson.en);
  const heading = (index: number) => page.locator('main h2').nth(index);
  await heading(2).evaluate((element) => {
    scrollTo({ top: element.getBoundingClientRect().top - innerHeight * 0.3 + 10, behavior: 'instant' });
  });
  await page.getByRole('banner').getByLabel('Select language').selectOption({ label: '한국어' });
  await page.waitForURL(`**/${lesson.ko}**`);
  await expect(heading(2)).toBeInViewport();
});

test('after a reload the verdict is stale as soon as the code differs; a new run replaces it', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await bench.expectVerdict('failed');
  await expect(bench.root).toContainText(before.en);
  await bench.write(exerciseFile('user.solution.ts'));
  await expect(bench.verdict).toHaveAttribute('data-stale');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.verdict).toHaveAttribute('data-stale', /.*/, slow);
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(bench.root).not.toContainText(before.en);
});

test('what somebody else put into the storage is not shown as a verdict', async ({ page, baseURL }) => {
  const bench = new Workbench(page);
  await page.goto(lesson.en);
  await page.evaluate((base) => {
    const forged = { v: 1, bundle: '', files: {}, verdict: { kind: 'passed', report: { tests: [{}] } } };
    sessionStorage.setItem(`past-tense:${base}:verdict:aggregates/change-password`, JSON.stringify(forged));
  }, new URL(baseURL!).pathname);
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('EventFactory', slow);
  await expect(bench.headline).toBeEmpty();
});
