import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test.ts';
import { exercise, exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
const slow = { timeout: 30_000 };

/** The learner's own main, as a learner gets at it. */
async function showScratch(bench: Workbench) {
  await bench.root.getByRole('button', { name: 'More', exact: true }).click();
  await bench.root.getByRole('button', { name: 'Run code of your own' }).click();
  const panel = bench.root.locator('.scratch');
  return {
    run: bench.root.getByRole('button', { name: /^Run scratch/ }),
    stop: bench.button('stop'),
    headline: panel.locator('.scratch-headline'),
    lines: panel.locator('.scratch-lines li'),
    panel,
  };
}

test('a scratch run shows its console and no verdict, and is no pass', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.solution.ts'));
  const scratch = await showScratch(bench);
  await expect(bench.lines).toContainText("from './user.ts'");
  await scratch.run.click();
  await expect(scratch.headline).toHaveText('Your code ran to its end. Nothing was judged.', slow);
  await expect(scratch.lines).toHaveCount(1);
  await expect(scratch.lines.first()).toContainText('MINIMUM_PASSWORD_LENGTH: 8');
  await expect(bench.headline).toBeEmpty();
  await expect(bench.root.locator('.help-summary')).not.toContainText('Passed');
});

test('main may wait, warn, import the course library, and throw', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const scratch = await showScratch(bench);
  await bench.write(
    [
      "import { eventPublisher } from 'past-tense';",
      'export async function main() {',
      '  console.log(typeof eventPublisher);',
      '  await new Promise((resolve) => setTimeout(resolve, 1200));',
      "  console.warn('later');",
      "  throw new Error('as <b>planned</b>');",
      '}',
    ].join('\n'),
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(scratch.headline).toHaveText('Your code threw an error. Nothing was judged.', slow);
  await expect(scratch.lines.last()).toHaveText('warn later');
  await expect(scratch.panel).toContainText('as <b>planned</b>');
  await scratch.panel.getByRole('button', { name: /scratch\.ts, line 6/ }).click();
});

test('lines come while it runs, and Stop ends it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const scratch = await showScratch(bench);
  await bench.write("console.log('begun'); while (true) {}");
  await scratch.run.click();
  await expect(scratch.lines).toHaveText(['begun'], slow);
  await scratch.stop.click();
  await expect(scratch.headline).toHaveText('Stopped.');
  await expect(scratch.lines).toHaveText(['begun']);
  await bench.root.getByRole('button', { name: /^Run(?! scratch)/ }).click();
  await bench.expectVerdict('failed');
});

test('an endless loop is ended by the limit of every run', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const scratch = await showScratch(bench);
  await bench.write('while (true) {}');
  await scratch.run.click();
  await expect(scratch.headline).toContainText('still running after 5 seconds', slow);
});

test('the scratch file is kept with the draft, and Run judges without it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await showScratch(bench);
  await bench.write('export const broken = ;');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  const tab = bench.tab('scratch.ts');
  await tab.click(slow);
  await expect(bench.lines).toContainText('broken');
  await bench.root.getByRole('button', { name: /^Run(?! scratch)/ }).click();
  await bench.expectVerdict('failed');
  await expect(bench.headline).toHaveText('Not yet: 5 of 12 requirements fail.');
  await expect(bench.button('reset'), 'the exercise itself is as it began').toBeDisabled();
});

test('errors in a scratch file that nobody opened are not told', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const errors = bench.root.locator('.type-errors');
  await expect(errors).toContainText('No type errors', slow);
  // The scratch file begins with an import of what is exported here.
  await bench.write('export const renamed = 1;');
  await expect(bench.tab('user.ts')).toHaveAccessibleName(/changed/);
  await page.waitForTimeout(2_000);
  await expect(errors).toContainText('No type errors');
  await showScratch(bench);
  await bench.show('user.ts');
  await bench.write('export const renamed = 2;');
  await expect(errors).toContainText('scratch.ts', slow);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a scratch run and under a verdict that is no pass, ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    await bench.open();
    await bench.run();
    await bench.expectVerdict('failed');
    await bench.root.getByText('Sure that your code is right?').click();
    const scratch = await showScratch(bench);
    await bench.write(
      "for (let line = 0; line < 60; line += 1) console.warn(line);\nexport function main() { throw new Error('planned'); }",
    );
    await scratch.run.click();
    await expect(scratch.headline).toContainText('threw an error', slow);
    const axe = new AxeBuilder({ page }).include(exercise).exclude('.monaco-editor');
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
