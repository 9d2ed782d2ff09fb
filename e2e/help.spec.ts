import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { exercise, exerciseFile, lesson, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
const slow = { timeout: 30_000 };

/** The ladder of help of one exercise. */
function helpOf(bench: Workbench) {
  const root = bench.root.locator('.bench-help');
  return {
    root,
    compare: root.getByRole('button', { name: 'Compare with the solution' }),
    close: root.getByRole('button', { name: 'Close the comparison' }),
    dialog: root.getByRole('dialog'),
    title: root.getByRole('heading', { name: 'Your code and the solution' }),
    summary: root.locator('.help-summary'),
    difference: root.locator('.monaco-diff-editor'),
  };
}

test('hints open one by one, and what was opened survives a reload', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.come();
  const hint = (number: number) => page.locator(exercise).getByText(`Hint ${number} of 3`, { exact: true });
  await expect(hint(2)).toBeHidden(slow);
  await expect(hint(3)).toBeHidden();
  await hint(1).click();
  await expect(hint(2)).toBeVisible();
  await expect(hint(3)).toBeHidden();
  await hint(2).click();
  await expect(hint(3)).toBeVisible();

  await page.reload();
  await expect(hint(3)).toBeVisible(slow);
  await bench.open();
  await expect(helpOf(bench).summary).toHaveText('Hints opened: 2.', slow);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every hint can be opened', async ({ page }) => {
    await page.goto(lesson.en);
    for (const number of [1, 2, 3])
      await expect(page.locator(exercise).getByText(`Hint ${number} of 3`, { exact: true })).toBeVisible();
  });
});

test('before passing, the solution is confirmed, and stands beside the draft', async ({ page }) => {
  const bench = new Workbench(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await bench.open();
  await bench.write('export class User { /* mine */ }');
  const help = helpOf(bench);

  await help.compare.click();
  await expect(help.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help.dialog).toBeHidden();
  await expect(help.compare).toBeFocused();
  expect(requests.filter((url) => url.includes('.solutions.'))).toEqual([]);

  await help.compare.click();
  await help.dialog.getByRole('button', { name: 'Show the solution' }).click();
  await expect(help.title).toBeFocused(slow);
  await expect(help.difference.locator('.original')).toContainText('mine', slow);
  await expect(help.difference.locator('.modified')).toContainText('MINIMUM_PASSWORD_LENGTH', slow);
  await help.root.getByRole('button', { name: 'Alternative: policy object' }).click();
  await expect(help.difference.locator('.modified')).toContainText('AggregateRoot', slow);
  await expect(bench.lines.first()).toContainText('mine');
  await expect(help.summary).toHaveText('You have looked at the solution.');

  await help.close.click();
  await expect(help.difference).toBeHidden();
  await expect(bench.lines.first()).toContainText('mine');
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(help.summary).toHaveText('Passed after looking at the solution.', slow);
});

test('after passing, the solution needs no confirmation', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.alternative-policy-object.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  const help = helpOf(bench);
  await expect(help.summary).toHaveText('Passed.', slow);

  await help.compare.click();
  await expect(help.title).toBeFocused(slow);
  await expect(help.summary).toHaveText('Passed. You looked at the solution afterwards.');
});

test.describe('with the plain editor', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('the solution stands beside the draft as plain text', async ({ page }) => {
    await page.route(/open-editor/, (route) => route.abort());
    const bench = new Workbench(page);
    await bench.come();
    await bench.button('open').click();
    await bench.root.locator('.bench-editor textarea').fill('export class User { /* mine */ }', slow);
    const help = helpOf(bench);
    await help.compare.click();
    await help.dialog.getByRole('button', { name: 'Show the solution' }).click();

    const mine = help.root.getByLabel('Your code: user.ts');
    const official = help.root.getByLabel('Official solution: user.ts');
    await expect(official).toHaveValue(exerciseFile('user.solution.ts'), slow);
    await expect(mine).toHaveValue('export class User { /* mine */ }');
    await expect(official).not.toBeEditable();
    await bench.root.locator('.bench-editor textarea').fill('// more');
    await expect(mine).toHaveValue('// more');
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the question and the comparison, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    await bench.open();
    const help = helpOf(bench);
    const violations = async () => {
      const axe = new AxeBuilder({ page }).include(exercise).exclude('.monaco-editor');
      return (await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    await help.compare.click();
    await expect(help.dialog).toBeVisible();
    expect(await violations()).toEqual([]);
    await help.dialog.getByRole('button', { name: 'Show the solution' }).click();
    await expect(help.difference.locator('.modified')).toContainText('AggregateRoot', slow);
    expect(await violations()).toEqual([]);
  });
}
