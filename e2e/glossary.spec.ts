import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';

for (const [locale, first, term] of [
  ['en', 'Aggregate', 'domain event'],
  ['ko', '값 객체', '도메인 이벤트'],
] as const) {
  test(`the glossary in ${locale} is in the order of the language and leads to the other one`, async ({
    page,
  }) => {
    await page.goto(`${locale}/glossary/`);
    await expect(page.locator('main h2').first()).toHaveText(first);
    await expect(page.locator('#aggregate-root')).toBeVisible();
    await expect(page.locator('.term', { has: page.locator('#outbox') })).toContainText(
      locale === 'en' ? '아웃박스' : 'outbox',
    );
  });

  test(`search finds a term of the glossary in ${locale}`, async ({ page }) => {
    await page.goto(`${locale}/`);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox').fill(locale === 'en' ? 'upcaster' : '업캐스터');
    await expect(page.locator('.pagefind-ui__result-link').first()).toHaveAttribute(
      'href',
      new RegExp(`/${locale}/glossary/`),
    );
  });

  test(`a term in ${locale} shows its definition to who points at it or focuses it`, async ({ page }) => {
    await page.goto(`${locale}/`);
    const link = page.locator('glossary-term a');
    const tooltip = page.getByRole('tooltip');
    await expect(link).toHaveText(term);
    await expect(tooltip).toBeHidden();

    await link.hover();
    await expect(tooltip).toContainText('PasswordChanged');
    await expect(link).toHaveAccessibleDescription(/PasswordChanged/);
    await tooltip.hover();
    await page.waitForTimeout(400);
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tooltip).toBeHidden();

    await page.mouse.move(0, 0);
    while (!(await link.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('Tab');
    await expect(tooltip).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tooltip).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${locale}/glossary/#domain-event$`));
  });
}

test('a term stands in the middle of its sentence', async ({ page }) => {
  await page.goto('en/');
  await expect(page.locator('p', { has: page.locator('glossary-term') })).toContainText(
    'A domain event is a fact,',
    { useInnerText: true },
  );
});

test('a Korean particle follows its term without a space', async ({ page }) => {
  await page.goto('ko/');
  await expect(page.locator('p', { has: page.locator('glossary-term') })).toContainText(
    '도메인 이벤트는 이미',
    { useInnerText: true },
  );
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('the first tap shows the definition inside the screen, the second one follows the link', async ({
    page,
  }) => {
    await page.goto('en/');
    const link = page.locator('glossary-term a');
    await link.tap();
    const tooltip = page.getByRole('tooltip');
    await expect(tooltip).toBeVisible();
    const box = (await tooltip.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await link.tap();
    await expect(page).toHaveURL(/\/en\/glossary\/#domain-event$/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link to the glossary', async ({ page }) => {
    await page.goto('ko/');
    await page.getByRole('link', { name: '도메인 이벤트' }).click();
    await expect(page).toHaveURL(/\/ko\/glossary\/#domain-event$/);
    await expect(page.getByRole('heading', { name: '도메인 이벤트' })).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the glossary and in an open definition, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const path of ['ko/glossary/', 'en/']) {
      await page.goto(path);
      if (path === 'en/') await page.locator('glossary-term a').hover();
      const { violations } = await new AxeBuilder({ page })
        .disableRules(['label-content-name-mismatch'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}

test('the glossary fits a phone without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('en/glossary/');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
