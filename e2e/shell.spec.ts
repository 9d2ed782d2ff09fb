import { expect, test } from './test.ts';
import { exercise, lesson } from './workbench.ts';

for (const [language, locale, title] of [
  ['ko-KR', 'ko', '한국어'],
  ['en-GB', 'en', 'English'],
] as const) {
  test.describe(`a browser in ${language}`, () => {
    test.use({ locale: language });

    test(`is led from the root to ${locale}`, async ({ page }) => {
      await page.goto('./');
      await page.waitForURL(`**/${locale}/`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
    });

    test(`is led to the language chosen before, here ${title}`, async ({ page }) => {
      const other = locale === 'ko' ? 'en' : 'ko';
      await page.goto(lesson[locale]);
      await page
        .getByRole('combobox', { name: /language|언어/i })
        .first()
        .selectOption({ index: other === 'en' ? 0 : 1 });
      await page.waitForURL(`**/${lesson[other]}`);
      await page.goto('./');
      await page.waitForURL(`**/${other}/`);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the root leads to both languages', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: '한국어' }).click();
    await expect(page).toHaveURL(/\/ko\/$/);
  });

  for (const [locale, task] of [
    ['en', 'A refused change leaves nothing behind'],
    ['ko', '거절'],
  ] as const) {
    test(`lesson, task and starter are readable in ${locale}`, async ({ page }) => {
      await page.goto(lesson[locale]);
      await expect(page.locator(exercise)).toContainText(task);
      await expect(page.locator(`${exercise} .bench-starter`)).toContainText("userId: 'fistkim101'");
      await expect(page.locator(`${exercise} .bench-starter`)).toBeVisible();
      await expect(page.getByRole('button', { name: /Open the editor|편집기 열기/ }).first()).toBeHidden();
    });
  }
});

test('on a phone the front pages lead to each other', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('en/');
  await page.getByRole('link', { name: '한국어로 읽기' }).click();
  await expect(page).toHaveURL(/\/ko\/$/);
  await page.getByRole('link', { name: 'Read in English' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('the front pages lead to the lesson', async ({ page }) => {
  await page.goto('en/');
  await page.getByRole('link', { name: 'Start with the first lesson' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reading the wall');
  await page.goto('ko/');
  await page.locator('main a[href*="reading-the-wall"]').first().click();
  await expect(page).toHaveURL(/\/ko\/events\/reading-the-wall\/$/);
});

for (const [locale, word] of [
  ['en', 'thief'],
  ['ko', '애그리거트'],
] as const) {
  test(`search finds the lesson in ${locale}, and loads when it is opened`, async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(lesson[locale]);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => /\/pagefind\/|ui-core/.test(url))).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.getByRole('textbox').fill(word);
    await expect(page.locator('.pagefind-ui__result-link').first()).toHaveAttribute(
      'href',
      new RegExp(`/${locale}/`),
    );
  });
}

test('the tabs TypeScript and Spring remember the choice', async ({ page }) => {
  await page.goto(lesson.en);
  const spring = page.getByRole('tab', { name: 'Spring (Java)' }).first();
  await spring.click();
  await page.reload();
  await expect(spring).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('starlight-tabs').getByRole('tabpanel').first()).toContainText('@EventListener');
});

test('code far below is laid out late: nothing moves, and what is too wide can be scrolled by keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(lesson.en);
  // Questions lose their explanations when their script has come.
  await expect(page.locator('.asked:not([data-ready])')).toHaveCount(0);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  const last = page.locator('main pre:has(> code)').last();
  await expect(last).toHaveAttribute('tabindex', '0');
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator('.ec-line').first()).toBeInViewport();
  const [coloured, needless] = await last.locator('.ec-line span[style]').evaluateAll((spans) => {
    const colourOf = (element: Element) => getComputedStyle(element).color;
    return [spans.length, spans.filter((span) => colourOf(span) === colourOf(span.parentElement!)).length];
  });
  expect(coloured).toBeGreaterThan(5);
  expect(needless).toBe(0);
  expect(await height()).toBe(before);
});

for (const path of ['./en/', './ko/', `./${lesson.en}`, `./${lesson.ko}`]) {
  test(`${path} fits a phone without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
