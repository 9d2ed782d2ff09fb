import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

test('? lists the keys where nothing is written, and in the editor it is a character', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await bench.button('run').focus();
  await page.keyboard.press('?');
  await expect(list).toBeVisible();
  await expect(list).toContainText('Go to the definition');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(bench.button('run')).toBeFocused();

  await bench.write('');
  await page.keyboard.type('// why?');
  await expect(list).toBeHidden();
  await expect(bench.lines).toContainText('why?');
});

test('switched off, the keys are off in every workbench of the page', async ({ page }) => {
  const place = { exercise: 'aggregates/lines-through-the-root', lesson: 'aggregates/aggregate-root' };
  const [first, second] = [new Workbench(page), new Workbench(page, 'en', place)];
  await first.open();
  await second.root.scrollIntoViewIfNeeded();
  await second.button('open').click();
  await expect(second.lines).toContainText(/\S/);
  const runKey = second.root.locator('button.primary');
  await expect(runKey).toHaveAttribute('aria-keyshortcuts', /Enter/);
  await first.button('run').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');

  await expect(runKey).not.toHaveAttribute('aria-keyshortcuts');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveCount(0);
});

test('the keys can be switched off, from the menu on again, and the choice is remembered', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const keysAreOn = list.getByRole('checkbox');
  await bench.button('run').focus();
  await page.keyboard.press('?');
  await keysAreOn.uncheck();
  await list.getByRole('button', { name: 'Close' }).click();

  await page.reload();
  await bench.come();
  await bench.button('open').click();
  await expect(bench.lines).toContainText(/\S/);
  await expect(bench.root.getByRole('button', { name: 'Run', exact: true })).not.toHaveAttribute(
    'aria-keyshortcuts',
  );
  await bench.lines.click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await bench.button('run').focus();
  await page.keyboard.press('?');
  await expect(list).toBeHidden();
  await expect(bench.verdict).not.toHaveAttribute('data-verdict');

  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.root.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await keysAreOn.check();
  await page.keyboard.press('Escape');
  await bench.lines.click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await bench.expectVerdict('failed');
});
