import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test('the starter fails, and the first failure teaches', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run();

  await bench.expectVerdict('failed');
  await expect(bench.headline).toHaveText('Not yet: 5 of 12 requirements fail.');
  const first = bench.verdict.locator('.tests details[open]').first();
  await expect(first).toContainText('tells a change under the id of the member whose password changed');
  await expect(first).toContainText('Mina and Jun each changed their own password.');
  await expect(first.locator('.difference [data-side="expected"]')).toContainText('"mina"');
  await expect(first.locator('.difference [data-side="actual"]')).toContainText('"fistkim101"');
});

for (const name of ['user.solution.ts', 'user.alternative-policy-object.ts']) {
  test(`${name} passes`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.write(exerciseFile(name));
    await bench.run();

    await bench.expectVerdict('passed');
    await expect(bench.headline).toHaveText('Passed: all 12 requirements hold.');
  });
}

const mistakes = {
  'literal-id': 'Mina and Jun each changed their own password.',
  'registers-before-checking': 'nothing happened, so there is nothing to tell',
  'tells-though-nothing-changed': 'The new password is the old one, so nothing changed',
};
for (const [name, message] of Object.entries(mistakes)) {
  test(`the mistake ${name} fails with its message`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.write(exerciseFile(`user.mistake-${name}.ts`));
    await bench.run();

    await bench.expectVerdict('failed');
    await expect(bench.verdict.locator('details[open] .error-lesson').first()).toContainText(message);
  });
}

test('a known mistake, however it is written, is told what it does, in the language of the page', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.verdict.locator('.mistake'), 'the starter is no known mistake').toHaveCount(0);
  for (const name of ['user.mistake-literal-id.ts', 'user.mistake-literal-id.constant.ts']) {
    await bench.write(exerciseFile(name));
    await bench.run();
    await expect(bench.verdict.locator('.mistake')).toContainText('names the same user for everybody');
  }

  const korean = new Workbench(page, 'ko');
  await korean.come();
  await korean.run();
  await expect(korean.verdict.locator('[data-mistake="literal-id"]')).toContainText(/[가-힣]{2}/);
});

test('in Korean, requirements and verdict are Korean', async ({ page }) => {
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await bench.run();

  await bench.expectVerdict('failed');
  await expect(bench.headline).toHaveText('미통과: 요구 사항 12개 중 5개를 아직 만족하지 못했습니다.');
  const requirements = bench.verdict.locator('.test-name');
  for (const text of await requirements.allTextContents()) expect(text).toMatch(/[가-힣]{2}/);
});

test('code that does not compile is refused, with the message at its line', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write("const fine = 1;\nimport { expect } from 'vitest';\nexport class User { x = ; }");
  await bench.run();

  await bench.expectVerdict('refused');
  await expect(bench.verdict).toContainText('Unexpected ";"');
  await bench.verdict.getByRole('button', { name: 'user.ts, line 3' }).first().click();
  await expect(bench.root.locator('.bench-editor .squiggly-error').first()).toBeVisible();
});

test('an import of the tests or of vitest is refused by name', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write("import { expect } from 'vitest';\nimport './user.test.ts';\nexpect(1).toBe(1);");
  await bench.run();

  await bench.expectVerdict('refused');
  await expect(bench.verdict).toContainText("'vitest' cannot be imported here.");
  await expect(bench.verdict).toContainText("'./user.test.ts' cannot be imported here.");
});

test("an error while the file is loaded is a crash, shown at the learner's own line", async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(
    'type Gone = { at: number };\n\nexport const User = undefined as never;\n(User as Gone).at;\n',
  );
  await bench.run();

  await bench.expectVerdict('crashed');
  await expect(bench.verdict).toContainText('TypeError');
  await expect(bench.verdict.getByRole('button', { name: 'user.ts, line 4' })).toBeVisible();
});

test('while (true) {} times out, leaves the page alive, and the next run passes', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('while (true) {}\nexport class User {}');
  await bench.run();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing');
  await bench.show('events.ts');
  await expect(bench.lines).toContainText('DomainEvent');
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing');

  await bench.expectVerdict('timed-out');
  await expect(bench.headline).toContainText('after 5 seconds');
  await bench.show('user.ts');
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
});

test('Stop ends a run as cancelled', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('while (true) {}\nexport class User {}');
  await bench.run();
  await bench.button('stop').click();

  await bench.expectVerdict('cancelled');
});

test('Stop works while the compiler is still being downloaded', async ({ page }) => {
  const bench = new Workbench(page);
  await page.route('**/runtime/esbuild.*.wasm.gz', () => undefined);
  await bench.open();
  await bench.run();
  await bench.button('stop').click();

  await bench.expectVerdict('cancelled');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a verdict on code that was changed during the run is stale from the start', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('while (true) {}\nexport class User {}');
  await bench.run();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing');
  await bench.lines.click();
  await page.keyboard.insertText(' ');

  await bench.expectVerdict('timed-out');
  await expect(bench.verdict).toContainText('You changed the code after this run.');
});

test('Ctrl+Enter in the editor runs', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.lines.click();
  await page.keyboard.press('ControlOrMeta+Enter');

  await bench.expectVerdict('failed');
});

test('a verdict goes stale when the code changes', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.run();
  await bench.expectVerdict('failed');
  await bench.lines.click();
  await page.keyboard.insertText(' ');

  await expect(bench.verdict).toContainText('You changed the code after this run.');
});

test.describe('when a file of the runner is missing', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('without Monaco a plain editor takes its place', async ({ page }) => {
    await page.route('**/_astro/open-editor.*.js', (route) => route.abort());
    const bench = new Workbench(page);
    await bench.come();
    await bench.button('open').click();
    await bench.root.getByRole('textbox').fill(exerciseFile('user.solution.ts'));
    await bench.run();

    await bench.expectVerdict('passed');
  });
});
