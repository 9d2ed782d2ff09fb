import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'aggregates/publish-on-save', lesson: 'aggregates/publish-on-save' };

/** Runs a version of the exercise that forgets to clear, and finds the timeline of the first test that failed. */
async function failing(page: Page, locale: 'en' | 'ko' = 'en'): Promise<Locator> {
  const bench = new Workbench(page, locale, place);
  await bench.open();
  await bench.write(exerciseFile('publishing-repository.mistake-never-clears.ts', place));
  await bench.run();
  await bench.expectVerdict('failed');
  const timeline = bench.verdict.locator('li[data-state="failed"]').first().locator('.timeline');
  await expect(timeline.locator('.timeline-part').first()).toBeVisible();
  return timeline;
}

const seen = (timeline: Locator) => timeline.locator('.timeline-part:visible > .timeline-row');

test('the timeline of the first failed test is open, and says where the test failed', async ({ page }) => {
  const timeline = await failing(page);
  await expect(seen(timeline).first()).toContainText(/registered\s*MenuPriced/);
  await expect(timeline.locator('.timeline-failure')).toHaveText(/Here the test failed\s*Saved twice/);
});

test('the keyboard goes through the steps, each is said, and what is to come keeps its room', async ({
  page,
}) => {
  const timeline = await failing(page);
  const slider = timeline.getByRole('slider', { name: 'Step of the timeline' });
  const said = timeline.getByRole('status');
  const steps = Number(await slider.getAttribute('max'));
  await expect(seen(timeline)).toHaveCount(steps);
  const height = (await timeline.boundingBox())!.height;

  await slider.press('Home');
  await expect(seen(timeline)).toHaveCount(0);
  await slider.press('ArrowRight');
  await expect(seen(timeline)).toHaveCount(1);
  await expect(said).toHaveText(`1 of ${steps}. Menu noodles: MenuPriced is registered`);
  await expect(timeline.locator('.timeline-state')).toContainText(/Menu noodles, tray\s*MenuPriced/);
  await expect(timeline.locator('.timeline-failure')).toBeHidden();
  expect((await timeline.boundingBox())!.height).toBe(height);

  await timeline.getByRole('button', { name: 'Next step' }).press('Enter');
  await expect(said).toHaveText(`2 of ${steps}. Repository: Menu noodles is saved`);
  await expect(timeline.locator('[data-current]')).toBeInViewport();
  await timeline.getByRole('button', { name: 'Previous step' }).press('Enter');
  await expect(seen(timeline)).toHaveCount(1);
  await slider.press('End');
  await expect(timeline.locator('.timeline-failure')).toBeVisible();
  await expect(timeline.getByRole('button', { name: 'Next step' })).toHaveAttribute('aria-disabled', 'true');
});

test('it plays from the beginning to the end, and can be stopped', async ({ page }) => {
  await page.clock.install();
  const timeline = await failing(page);
  await timeline.getByRole('button', { name: 'Play' }).click();
  await expect(seen(timeline)).toHaveCount(0);
  await page.clock.runFor(1_300);
  await expect(seen(timeline)).toHaveCount(1);
  await timeline.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(5_000);
  await expect(seen(timeline)).toHaveCount(1);
});

test('an entry opens to its payload, also in the large timeline, which Escape closes', async ({ page }) => {
  const timeline = await failing(page);
  const entry = timeline.locator('summary', { hasText: 'MenuPriced' }).first();
  await entry.press('Enter');
  const payload = timeline.locator('.timeline-payload').first();
  await expect(payload).toContainText(/type\s*"MenuPriced"/);

  const small = (await timeline.boundingBox())!.width;
  await timeline.getByRole('button', { name: 'Larger' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Timeline' })).toBeVisible();
  expect((await timeline.boundingBox())!.width).toBeGreaterThan(small);
  await expect(payload).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(timeline.getByRole('button', { name: 'Larger' })).toBeFocused();
});

test('a passed test has a timeline too, closed until it is asked for', async ({ page }) => {
  await failing(page);
  const passed = page.locator('.verdict .tests-passed');
  await passed.locator('> summary').click();
  const row = passed.locator('li', { hasText: 'save publishes the pending events' });
  await expect(row.locator('.timeline')).toHaveCount(0);
  await row.locator('summary', { hasText: 'Timeline' }).click();
  await expect(seen(row.locator('.timeline')).first()).toBeVisible();
});

for (const locale of ['en', 'ko'] as const) {
  test(`on a phone it is a list that needs no wider page, and says of each entry where it happened (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const timeline = await failing(page, locale);
    await expect(timeline.locator('.timeline-heads')).toBeHidden();
    await expect(seen(timeline).first().locator('.timeline-where')).toHaveText('Menu noodles');
    const first = (await seen(timeline).nth(0).boundingBox())!;
    const second = (await seen(timeline).nth(1).boundingBox())!;
    expect(second.x).toBe(first.x);
    expect(second.y).toBeGreaterThanOrEqual(first.y + first.height);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
}

test('printed, it shows every step and every payload', async ({ page }) => {
  const timeline = await failing(page);
  await timeline.getByRole('slider').press('Home');
  await page.emulateMedia({ media: 'print' });
  const steps = Number(await timeline.locator('input').getAttribute('max'));
  await expect(seen(timeline)).toHaveCount(steps);
  await expect(timeline.locator('.timeline-payload').first()).toBeVisible();
  await expect(timeline.locator('.timeline-controls')).toBeHidden();
});

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing in it, small or large (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    const timeline = await failing(page);
    const findings = async () => {
      const { violations } = await new AxeBuilder({ page }).include('.timeline').analyze();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    await timeline.getByRole('slider').press('ArrowLeft');
    expect(await findings()).toEqual([]);
    await timeline.getByRole('button', { name: 'Larger' }).click();
    expect(await findings()).toEqual([]);
  });
}

test('a picture that does not come is said, and can be asked for again', async ({ page }) => {
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  await page.route('**/_astro/Timeline.*.js', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>gone</title>' }),
  );
  await bench.run();
  await bench.expectVerdict('failed');
  const timeline = bench.verdict.locator('.test-timeline').first();
  await expect(timeline).toContainText('could not be loaded. Files of this site are damaged or missing.');
  await page.unroute('**/_astro/Timeline.*.js');
  await timeline.getByRole('button', { name: 'Try again' }).click();
  await expect(seen(timeline.locator('.timeline')).first()).toBeVisible();
});
