import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ editor: 'plain' });
const slow = { timeout: 30_000 };

const publishOnSave = { exercise: 'aggregates/publish-on-save', lesson: 'aggregates/publish-on-save' };

const words = {
  en: { timeline: 'Timeline', open: 'Compare with ours', close: 'Back to your timeline', retry: 'Try again' },
  ko: {
    timeline: '타임라인',
    open: '모범 답안의 타임라인과 비교하기',
    close: '내 타임라인으로 돌아가기',
    retry: '다시 시도',
  },
} as const;

/** Runs a file of the exercise in the place of the first one. */
async function judged(bench: Workbench, file: string, verdict: 'passed' | 'failed'): Promise<void> {
  await bench.open();
  await bench.write(exerciseFile(file, bench.place));
  await bench.run();
  await bench.expectVerdict(verdict);
}

/** The first test with that state, with its timeline open. */
async function firstTest(bench: Workbench, state: 'passed' | 'failed'): Promise<Locator> {
  const row = bench.verdict.locator(`li[data-state=${state}]`).first();
  const timeline = row.locator('details.test-timeline');
  if (!(await timeline.evaluate((element) => (element as HTMLDetailsElement).open)))
    await timeline.locator('> summary').click();
  return row;
}

async function compare(row: Locator, locale: 'en' | 'ko' = 'en') {
  await row.getByRole('button', { name: words[locale].open }).click();
  const beside = row.locator('.beside');
  await expect(beside).toBeVisible(slow);
  return {
    root: beside,
    outcome: beside.locator('.beside-outcome'),
    rows: beside.locator('.beside-row'),
    parting: beside.locator('[data-parting]'),
    slider: beside.getByRole('slider'),
    said: beside.locator('.timeline-said'),
  };
}

const changePassword = { exercise: 'aggregates/change-password', lesson: 'aggregates/aggregate-root' };

for (const [locale, place, file, side, sentence] of [
  [
    'en',
    changePassword,
    'user.mistake-registers-before-checking.ts',
    'yours',
    'Here yours registers PasswordChanged; ours registers nothing.',
  ],
  [
    'ko',
    changePassword,
    'user.mistake-registers-before-checking.ts',
    'yours',
    '여기서 내 코드는 PasswordChanged 이벤트를 등록하지만, 모범 답안은 아무 이벤트도 등록하지 않습니다.',
  ],
  [
    'en',
    publishOnSave,
    'publishing-repository.mistake-publishes-before-saving.ts',
    'ours',
    'Here yours publishes MenuPriced before it writes the row menus[noodles]; ours does it the other way round.',
  ],
  [
    'ko',
    publishOnSave,
    'publishing-repository.mistake-publishes-before-saving.ts',
    'ours',
    '여기서 내 코드는 menus[noodles] 행을 저장하기 전에 MenuPriced 이벤트를 발행합니다. 모범 답안은 순서가 반대입니다.',
  ],
] as const) {
  test(`a known mistake is told by the first place where the two part: ${place.exercise}, ${locale}`, async ({
    page,
  }) => {
    const bench = new Workbench(page, locale, place);
    await judged(bench, file, 'failed');
    const { outcome, parting } = await compare(await firstTest(bench, 'failed'), locale);
    await expect(outcome).toHaveText(sentence);
    await expect(parting).toBeInViewport();
    await expect(parting).toHaveAttribute('data-side', side);
  });
}

test('what yours leaves out is told, and nothing of ours was asked for before', async ({ page }) => {
  const bench = new Workbench(page, 'en', publishOnSave);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await judged(bench, 'publishing-repository.mistake-forgets-save-all.ts', 'failed');
  const row = await firstTest(bench, 'failed');
  const isReference = (url: string) => url.includes('.reference.');
  expect(asked.filter(isReference)).toEqual([]);
  const { outcome, parting } = await compare(row);
  await expect(outcome).toHaveText('Here ours publishes MenuShown; yours publishes nothing.');
  await expect(parting).toHaveAttribute('data-side', 'ours');
  expect(asked.filter(isReference)).toHaveLength(1);
});

test('the same run as that of the solution differs in nothing', async ({ page }) => {
  const bench = new Workbench(page);
  await judged(bench, 'user.solution.ts', 'passed');
  const { outcome, rows, parting } = await compare(await firstTest(bench, 'passed'));
  await expect(outcome).toHaveText('Nothing differs: yours does the same as ours, in the same order.');
  await expect(rows.first()).toBeVisible();
  await expect(rows.and(page.locator(':not([data-side=same])'))).toHaveCount(0);
  await expect(parting).toHaveCount(0);
});

test('one slider moves both by their rows, and says each', async ({ page }) => {
  const bench = new Workbench(page, 'en', publishOnSave);
  await judged(bench, 'publishing-repository.mistake-never-clears.ts', 'failed');
  const { root, rows, parting, slider, said } = await compare(await firstTest(bench, 'failed'));
  const count = await rows.count();
  await slider.press('Home');
  await expect(rows.first()).toBeHidden();
  await slider.press('ArrowRight');
  await expect(rows.first()).toBeVisible();
  await expect(rows.nth(1)).toBeHidden();
  await expect(said).toHaveText(new RegExp(`^1 of ${count}, both: .`));

  await root.getByRole('button', { name: 'To the place where they part' }).click();
  await expect(parting).toHaveAttribute('data-current');
  await expect(parting).toBeInViewport();
});

test('a comparison that cannot be loaded is told, and tried again', async ({ page }) => {
  const bench = new Workbench(page);
  await judged(bench, 'user.solution.ts', 'passed');
  const row = await firstTest(bench, 'passed');
  await page.route('**/runtime/*.reference.*.json', (route) => route.fulfill({ body: '{"recordings":{}}' }));
  await row.getByRole('button', { name: words.en.open }).click();
  await expect(row.locator('.compare-with-ours')).toContainText('Our timeline could not be loaded.', slow);
  await expect(row.locator('.compare-with-ours')).toContainText('damaged or missing');
  await page.unroute('**/runtime/*.reference.*.json');
  await row.locator('.compare-with-ours').getByRole('button', { name: words.en.retry }).click();
  await expect(row.locator('.beside')).toBeVisible(slow);

  await row.getByRole('button', { name: words.en.close }).click();
  await expect(row.locator('.beside')).toBeHidden();
  await expect(row.locator('.timeline')).toBeVisible();
});

for (const [place, width] of [
  ['side by side', 1280],
  ['one below the other', 390],
] as const) {
  test(`both are ${place} at ${width} pixels, for everyone`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const bench = new Workbench(page);
    await judged(bench, 'user.mistake-literal-id.ts', 'failed');
    const { root, outcome, parting } = await compare(await firstTest(bench, 'failed'));
    await expect(outcome).toContainText('data.userId');
    const [yours, ours] = await Promise.all(
      ['yours', 'ours'].map((side) => parting.locator(`[data-of=${side}]`).boundingBox()),
    );
    const isBeside = yours!.x + yours!.width <= ours!.x;
    expect(isBeside).toBe(width > 1000);
    expect(isBeside || yours!.y + yours!.height <= ours!.y).toBe(true);
    expect(await root.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      0,
    );
    const { violations } = await new AxeBuilder({ page }).include('.beside').analyze();
    expect(violations).toEqual([]);
  });
}
