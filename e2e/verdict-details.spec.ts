import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

async function judged(page: Page, code: string, locale: 'en' | 'ko' = 'en'): Promise<Workbench> {
  const bench = new Workbench(page, locale);
  await bench.open();
  await bench.write(code);
  await bench.run();
  await bench.expectVerdict('failed');
  return bench;
}

const solution = exerciseFile('user.solution.ts');
const telling = (data: string) => solution.replace('{ userId: this.id }', data);

test('two lists are compared item by item, and only what differs is marked', async ({ page }) => {
  const bench = await judged(page, exerciseFile('user.mistake-literal-id.ts'));
  const difference = bench.verdict.locator('details[open]').getByRole('figure', {
    name: 'Where your value differs',
  });
  const changed = difference.locator('[data-part="changed"]');
  await expect(changed).toHaveCount(1);
  await expect(changed).toContainText('[0]');
  await expect(changed.locator('[data-side="expected"]')).toHaveText(/Expected\s*"mina"/);
  await expect(changed.locator('[data-side="actual"]')).toHaveText(/Yours\s*"fistkim101"/);
  await expect(difference.locator('[data-part="missing"]')).toHaveText(/missing\s*\[1\]\s*"jun"/);
});

test('the data of events is compared field by field, and what is the same stands quietly beside', async ({
  page,
}) => {
  const bench = await judged(page, telling('{ userId: this.id, length: next.length } as { userId: string }'));
  const failed = bench.verdict.locator('li[data-state="failed"]', { hasText: 'whatever the passwords are' });
  await failed.locator('.test-name').click();
  const difference = failed.locator('.difference');
  await expect(difference.locator('[data-part="same"]')).toContainText('userId');
  await expect(difference.locator('[data-part="changed"]')).toContainText(
    /length\s*Expected\s*\d+\s*Yours\s*\d+/,
  );
});

test('a case stands as cards: given, when, and yours beside the expected event', async ({ page }) => {
  const bench = await judged(page, exerciseFile('user.mistake-literal-id.ts'));
  const cards = bench.verdict.locator('details[open] .case');
  await expect(cards.locator('> div > dt')).toHaveText(['Given', 'When', 'Then']);
  const pair = cards.locator('.case-pairs > li').first();
  await expect(pair.locator('.note[data-note="event"]')).toHaveCount(2);
  await expect(pair.locator('.note').first()).toContainText(/Expected.*PasswordChanged.*"mina"/s);
  await expect(pair.locator('.note').last()).toContainText(
    /Yours.*different.*PasswordChanged.*"fistkim101"/s,
  );
  await expect(pair.locator('.note').last().locator('[data-differs]')).toContainText('userId');
});

test('an event of something refused stands beside the card that says “no event”', async ({ page }) => {
  const bench = await judged(page, exerciseFile('user.mistake-registers-before-checking.ts'));
  const cards = bench.verdict.locator('details[open] .case');
  await expect(cards.locator('.note[data-note="command"]')).toContainText(/ChangePassword.*"not-my-secret"/s);
  await expect(cards.locator('.case-pairs')).toContainText(/Expected\s*no event/);
  await expect(cards.locator('.note[data-mark="extra"]')).toContainText(
    /Yours\s*not expected.*PasswordChanged/s,
  );
});

test('lines of the console stand with the test that wrote them, with level, and not without end', async ({
  page,
}) => {
  const noisy = exerciseFile('user.mistake-literal-id.ts').replace(
    'this.#password = next;',
    "console.warn('changing', this.id); for (let i = 0; i < 15; i += 1) console.log('line', i); this.#password = next;",
  );
  const bench = await judged(page, noisy);
  const lines = bench.verdict.locator('details[open] .test-console');
  await expect(lines.locator('li').first()).toHaveText(/warn changing mina/);
  await expect(lines.locator('li')).toHaveCount(20);
  await expect(lines).toContainText('12 more lines of this test');
  await expect(lines).not.toContainText('line 15');

  await bench.verdict.locator('.console > summary').click();
  await expect(bench.verdict.locator('.console .console-test').first()).toContainText('tells a change');
});

test('the time of the run is shown, and that of a test that was slow', async ({ page }) => {
  const slow = exerciseFile('user.mistake-literal-id.ts').replace(
    'this.#password = next;',
    'for (const end = performance.now() + 80; performance.now() < end; ); this.#password = next;',
  );
  const bench = await judged(page, slow);
  await expect(bench.verdict.locator('.run-time')).toHaveText(/The run took [\d.,]+ (ms|sec)/);
  await expect(bench.verdict.locator('li[data-state="failed"] .test-time').first()).toHaveText(
    /[\d.,]+ (ms|sec)/,
  );
});

test('passed requirements are folded beside failed ones, and the headline alone is announced', async ({
  page,
}) => {
  const bench = await judged(page, exerciseFile('user.mistake-literal-id.ts'));
  const passed = bench.verdict.locator('.tests-passed');
  await expect(passed.locator('> summary')).toContainText(/\d+ requirements hold/);
  await expect(passed.locator('li').first()).toBeHidden();
  await passed.locator('> summary').click();
  await expect(passed.locator('li').first()).toBeVisible();
  const announced = await bench.verdict.getByRole('status').allTextContents();
  expect(announced.filter(Boolean)).toEqual([
    expect.stringMatching(/^Not yet: \d+ of 12 requirements fail\.$/),
  ]);
  await expect(bench.button('run')).not.toBeFocused();
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.button('run')).toBeFocused();
});

test('markup, signs that turn the direction and terminal colours in values are only text', async ({
  page,
}) => {
  const hostile = String.raw`'<img src=x onerror=alert(1)>\u202Etxt\u001B[31m'`;
  const bench = await judged(
    page,
    telling(`{ userId: ${hostile} }`).replace(
      'this.#password = next;',
      `console.log(${hostile}); this.#password = next;`,
    ),
  );
  const open = bench.verdict.locator('details[open]');
  const text = String.raw`<img src=x onerror=alert(1)>\u202etxt\u001b[31m`;
  await expect(open.locator('.difference [data-side="actual"]')).toContainText(text);
  await expect(open.locator('.case .note').last()).toContainText(text);
  await expect(open.locator('.test-console li').first()).toContainText(text);
  await expect(bench.verdict.locator('img')).toHaveCount(0);
});

test('in Korean, cards and marks are Korean', async ({ page }) => {
  const bench = await judged(page, exerciseFile('user.mistake-registers-before-checking.ts'), 'ko');
  const cards = bench.verdict.locator('details[open] .case');
  await expect(cards).toContainText('이벤트 없음');
  await expect(cards.locator('.note[data-note="none"]').first()).toContainText('미나의 비밀번호는');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the details of a verdict, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = await judged(page, exerciseFile('user.mistake-literal-id.ts'));
    await bench.verdict.locator('.tests-passed > summary').click();
    const { violations } = await new AxeBuilder({ page }).include('.verdict').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('on a phone nothing of a verdict is wider than the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = await judged(page, exerciseFile('user.mistake-registers-before-checking.ts'));
  expect(await bench.verdict.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
