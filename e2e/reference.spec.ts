import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

const page = { en: 'en/reference/event-factory/', ko: 'ko/reference/event-factory/' } as const;

test('a page of the reference says how it is called, what it does and how it is built', async ({
  page: tab,
}) => {
  await tab.goto(page.en);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('eventFactory');
  await expect(tab.locator('.expressive-code').first()).toContainText('function eventFactory(');
  await tab.getByRole('link', { name: 'IdGenerator' }).last().click();
  await expect(tab).toHaveURL(/\/en\/reference\/id-generator-type\/$/);
  await tab.getByText('exercises/library/messages.ts').click();
  await expect(tab.locator('details .expressive-code')).toContainText('export interface IdGenerator');
});

test('on Korean pages the words around the docstrings are Korean', async ({ page: tab }) => {
  await tab.goto(page.ko);
  await expect(tab.getByRole('heading', { name: '매개변수' })).toBeVisible();
  await expect(tab.locator('.reference-notice')).toContainText('영어');
  await expect(tab.locator('nav').getByText('강의 라이브러리')).toBeVisible();
});

for (const locale of ['en', 'ko'] as const) {
  test(`search finds an export of the library in ${locale}`, async ({ page: tab }) => {
    await tab.goto(`${locale}/`);
    await tab.waitForLoadState('networkidle');
    await tab.keyboard.press('Control+k');
    await tab.getByRole('textbox').fill('publishingRepository');
    await expect(tab.locator('.pagefind-ui__result-link').first()).toHaveAttribute(
      'href',
      new RegExp(`/${locale}/reference/publishing-repository/`),
    );
  });

  test(`the editor’s hover links to the reference in ${locale}`, async ({ page: tab, context }) => {
    test.slow();
    const bench = new Workbench(tab, locale);
    await bench.open();
    const link = tab.locator('.monaco-hover a', { hasText: 'AggregateRoot' }).first();
    // Monaco shows nothing, and asks no more, when TypeScript is still loading.
    await expect(async () => {
      await tab.mouse.move(0, 0);
      await bench.lines.getByText('AggregateRoot').first().hover();
      await expect(link).toBeVisible({ timeout: 4_000 });
    }).toPass({ timeout: 30_000 });
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await expect(opened).toHaveURL(new RegExp(`/${locale}/reference/aggregate-root/$`));
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText('AggregateRoot');
  });
}

for (const theme of ['light', 'dark'] as const) {
  for (const path of [page.ko, 'en/reference/', 'en/reference/aggregate-root/']) {
    test(`axe finds nothing on ${path}, ${theme}`, async ({ page: tab }) => {
      await tab.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await tab.goto(path);
      await tab.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      await tab.waitForFunction(() =>
        [...document.querySelectorAll('.expressive-code pre')].every(
          (block) => block.scrollWidth <= block.clientWidth || block.hasAttribute('tabindex'),
        ),
      );
      const { violations } = await new AxeBuilder({ page: tab })
        .disableRules(['label-content-name-mismatch', 'landmark-unique'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('a page of the reference fits a phone without scrolling sideways', async ({ page: tab }) => {
  await tab.setViewportSize({ width: 390, height: 844 });
  await tab.goto('ko/reference/domain-event-type/');
  await tab.locator('details summary').last().click();
  const overflow = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
