import AxeBuilder from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const lesson = 'events/coupled-sign-up';
const words = {
  en: {
    step: 'Step through',
    slider: 'Step of the timeline',
    label: 'Mina signs up while the SMS gateway is down',
  },
  ko: { step: '한 단계씩 보기', slider: '타임라인 단계', label: 'SMS 게이트웨이가 죽었을 때 미나의 가입' },
} as const;

const figureOf = (page: Page, locale: keyof typeof words) =>
  page.getByRole('figure', { name: words[locale].label });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole timeline is an ordered list that reads from top to bottom', async ({ page }) => {
    await page.goto(`en/${lesson}/`);
    const figure = figureOf(page, 'en');

    await expect(figure.locator('ol > li .timeline-row, ol > li > p')).toHaveText([
      /1\s*SignUpService.*command.*signUp\(mina\)/,
      /2\s*Transaction database\.transaction/,
      /3\s*members.*row, undone.*members\[mina\]/,
      /4\s*e-mail.*message.*to mina, 0 s to 2 s/,
      /5\s*SMS.*message.*to mina, 2 s to 4 s/,
      /6\s*SMS.*error.*Error: SMS is down/,
      /7\s*Transaction rolled back/,
    ]);
    await expect(figure.locator('ol ol li').first()).toBeVisible();
    await expect(figure.getByRole('button')).toHaveCount(0);
  });
});

for (const locale of ['en', 'ko'] as const) {
  test(`a press brings the steps, which the arrow keys go through, in ${locale}`, async ({ page }) => {
    await page.goto(`${locale}/${lesson}/`);
    const figure = figureOf(page, locale);
    await figure.getByRole('button', { name: words[locale].step }).click();
    const slider = figure.getByRole('slider', { name: words[locale].slider });

    await expect(slider).toBeFocused();
    await expect(slider).toHaveValue('1');
    await expect(figure.locator('.timeline-board').getByText('Error: SMS is down').first()).toBeHidden();
    for (let step = 1; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await expect(figure.locator('.timeline-board').getByText('Error: SMS is down').first()).toBeVisible();
    await expect(figure.getByRole('status').filter({ hasText: '6' })).toContainText('SMS');
    await expect(figure.getByRole('button', { name: words[locale].step })).toBeHidden();

    const { violations } = await new AxeBuilder({ page }).include('lesson-timeline').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}

test('a crash ends all that was under way, and what is sent after the restart is not there before', async ({
  page,
}) => {
  await page.goto('ko/placement/inside-and-outside/');
  const figure = page.getByRole('figure', { name: '아웃박스가 있으면' });
  await figure.getByRole('button', { name: words.ko.step }).click();
  await expect(figure.getByRole('slider')).toBeFocused();
  const state = figure.locator('.timeline-state');
  const message = figure.locator('.timeline-board .note[data-note="external"]');

  for (let step = 1; step < 7; step += 1) await page.keyboard.press('ArrowRight');
  await expect(state).toContainText('signUp(mina)');
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByRole('status').filter({ hasText: '8' })).toHaveText(
    '13단계 중 8단계. 프로세스: 여기서 비정상 종료(afterCommit)',
  );
  await expect(state).not.toContainText('signUp(mina)');
  await expect(state).toContainText('outbox[event-1]');
  await expect(message).toBeHidden();
  const { violations } = await new AxeBuilder({ page }).include('lesson-timeline').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  for (let step = 8; step < 11; step += 1) await page.keyboard.press('ArrowRight');
  await expect(message).toBeVisible();
});

test.describe('on a narrow page', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the figure is a list, and nothing sticks out', async ({ page }) => {
    await page.goto(`en/${lesson}/`);
    const figure = figureOf(page, 'en');

    await expect(figure.locator('.timeline-heads')).toBeHidden();
    await expect(
      figure.locator('.timeline-board').getByText('members', { exact: true }).first(),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const { violations } = await new AxeBuilder({ page }).include('lesson-timeline').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});

test.describe('a failed download', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('is told, and the next press tries again', async ({ page, context }) => {
    await context.route(/step-through/, (route) => route.abort(), { times: 1 });
    await page.goto(`en/${lesson}/`);
    const figure = figureOf(page, 'en');
    const button = figure.getByRole('button', { name: words.en.step });

    await button.click();
    await expect(figure.getByRole('status')).toContainText('could not be loaded');
    await button.click();
    await expect(figure.getByRole('slider')).toBeFocused();
  });
});

test('a lesson with timelines that is only read gets at most 35 kB of scripts', async ({ page }) => {
  const scripts: Promise<number>[] = [];
  const urls: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    urls.push(response.url());
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`en/${lesson}/`);
  const inline = await page.locator('script:not([src]):not([type="application/json"])').allTextContents();
  for (let y = 0; y < 40; y += 1) await page.mouse.wheel(0, 800);
  await page.waitForLoadState('networkidle');

  const bytes = (await Promise.all(scripts)).reduce(
    (sum, size) => sum + size,
    gzipSync(inline.join('\n')).length,
  );
  expect(bytes).toBeLessThanOrEqual(35_000);
  expect(urls.filter((url) => url.includes('step-through'))).toEqual([]);
});
