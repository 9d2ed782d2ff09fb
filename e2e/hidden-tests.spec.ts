import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
const slow = { timeout: 30_000 };

test('the hidden tests can be read after passing, and are asked for only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('.tests.') && asked.push(request.url()));
  const bench = new Workbench(page);
  await bench.open();
  const tests = bench.root.locator('.hidden-tests');
  await expect(tests).toHaveText('The hidden tests can be read here once you have passed.');
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');

  await expect(tests.getByRole('button', { name: 'Read the hidden tests' })).toBeVisible(slow);
  expect(asked).toEqual([]);
  await tests.getByRole('button', { name: 'Read the hidden tests' }).click();
  await expect(tests.getByRole('heading')).toBeFocused(slow);
  await expect(tests.locator('.view-lines')).toContainText("from 'vitest'", slow);
  await tests.locator('.view-lines').click();
  await page.keyboard.insertText('mine');
  await expect(tests.locator('.view-lines')).not.toContainText('mine');
  await tests.getByRole('button', { name: 'Close the hidden tests' }).click();
  await expect(tests.locator('.view-lines')).toBeHidden();
});

test.describe('with the plain editor', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('they stand in a text area; a download that fails can be tried again', async ({ page }) => {
    await page.route(/open-editor/, (route) => route.abort());
    await page.route('**/*.tests.*.json', (route) => route.abort());
    const bench = new Workbench(page);
    await bench.come();
    await bench.button('open').click();
    await bench.root.locator('.bench-editor textarea').fill(exerciseFile('user.solution.ts'), slow);
    await bench.run();
    await bench.expectVerdict('passed');
    const tests = bench.root.locator('.hidden-tests');
    await tests.getByRole('button').click(slow);
    await expect(tests).toContainText('could not be loaded');
    await page.unroute('**/*.tests.*.json');
    await tests.getByRole('button').click();
    const text = tests.getByLabel('Hidden tests: user.test.ts, read only');
    await expect(text).toHaveValue(exerciseFile('user.test.ts'));
    await expect(text).not.toBeEditable();
  });
});
