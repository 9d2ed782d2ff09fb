import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });

const endless = 'while (true) {}\nexport class User {}';

test('of three quick Runs the last one is judged, and nothing is told of the others', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  const told = await bench.verdict.evaluateHandle((panel) => {
    const kinds: string[] = [];
    new MutationObserver(() => kinds.push(panel.dataset['verdict'] ?? '')).observe(panel, {
      attributeFilter: ['data-verdict'],
    });
    return kinds;
  });
  await bench.lines.click();
  await bench.rerun(async () => {
    for (let run = 0; run < 3; run += 1) await page.keyboard.press('ControlOrMeta+Enter');
  });
  await bench.expectVerdict('passed');
  const others = (await told.jsonValue()).filter(
    (kind) => !['compiling', 'testing', 'passed'].includes(kind),
  );
  expect(others).toEqual([]);
});

test('a Run during an endless loop ends the loop and is judged itself', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(endless);
  await bench.run();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing', { timeout: 25_000 });
  await bench.write(exerciseFile('user.solution.ts'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await bench.expectVerdict('passed');
});

test('Stop ends an endless loop, and the next Run passes', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(endless);
  await bench.run();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing', { timeout: 25_000 });
  await bench.button('stop').click();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'cancelled');
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
});
