import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { Workbench, lesson } from './workbench.ts';

/** Starlight's search button and the frames of overflowing code blocks; neither is ours to name. */
const notOurs = ['label-content-name-mismatch', 'landmark-unique'];

for (const theme of ['light', 'dark'] as const) {
  for (const path of [
    './en/',
    './ko/',
    `./${lesson.en}`,
    `./${lesson.ko}`,
    './en/progress/',
    './ko/progress/',
    './404.html',
    './ko/404.html',
  ]) {
    test(`axe finds nothing on ${path}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(path);
      // Expressive Code makes long code blocks focusable when the page is idle, and hidden ones when they are shown.
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.expressive-code pre')].every(
          (block) =>
            block.scrollWidth <= block.clientWidth ||
            block.hasAttribute('tabindex') ||
            !block.checkVisibility(),
        ),
      );
      const { violations } = await new AxeBuilder({ page }).disableRules(notOurs).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }

  test(`axe finds nothing in a workbench with a verdict, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    await bench.open();
    await bench.run();
    await bench.expectVerdict('failed');
    const { violations } = await new AxeBuilder({ page })
      .include('#exercise-aggregates-change-password')
      .exclude('.monaco-editor')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
