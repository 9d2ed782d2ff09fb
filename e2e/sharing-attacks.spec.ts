import { deflateSync } from 'node:zlib';
import { type Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { storedText } from './stored.ts';
import { exercise, lesson, Workbench } from './workbench.ts';

// What the unit tests beside src/sharing cannot show: the page around a hostile link. Narrow, with the plain editor.
test.use({ viewport: { width: 600, height: 900 } });

const id = 'aggregates/change-password';
const linkData = (content: object): string =>
  `1.aggregates-change-password.${deflateSync(JSON.stringify(content)).toString('base64url')}`;
const linkWith = (code: string): string => linkData({ exercise: id, files: { './user.ts': code } });
const proposal = (page: Page) => page.locator(`${exercise} .proposal`);
const stealing = `document.title = 'stolen'; globalThis.stolen = 1; fetch('/stolen');
export class User {} // <img src=x onerror="document.title='stolen'">`;

/** Nothing ran: not in the page, and no verdict is shown. */
async function expectNothingRan(bench: Workbench): Promise<void> {
  await expect(bench.headline).toBeEmpty();
  expect(await bench.page.title()).not.toBe('stolen');
  expect(await bench.page.evaluate(() => 'stolen' in globalThis)).toBe(false);
}

test('I37 hostile code is shown as text beside the own unsaved code, and runs neither when it comes nor when it is taken', async ({
  page,
}) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User { /* not saved yet */ }');
  await page.evaluate((data) => (location.hash = `#code=${data}`), linkWith(stealing));

  await expect(proposal(page)).toContainText('The page does not know who wrote it.');
  await expect(proposal(page).locator('textarea').last()).toHaveValue(stealing);
  await expect(bench.lines.first()).toContainText('not saved yet');
  await expectNothingRan(bench);
  await proposal(page).getByRole('button', { name: 'Take this code' }).click();
  await expect(bench.lines).toContainText('onerror');
  await expect.poll(() => storedText(page)).toContain('onerror');
  await expectNothingRan(bench);
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(bench.lines).toContainText('onerror', { timeout: 25_000 });
  await expectNothingRan(bench);
  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.button('undo').click();
  await expect(bench.lines).toContainText('not saved yet');
  expect(requested.filter((url) => url.endsWith('/stolen'))).toEqual([]);
});

test('I38 of two links the second is shown, and taking both leaves the own code to come back', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User { /* my own */ }');
  for (const text of ['the first', 'the second']) {
    await page.evaluate((data) => (location.hash = `#code=${data}`), linkWith(`// ${text}`));
    await expect(proposal(page).locator('textarea').last()).toHaveValue(`// ${text}`);
    await proposal(page).getByRole('button', { name: 'Take this code' }).click();
    await expect(bench.lines).toContainText(text);
  }
  await bench.button('undo').click();
  await expect(bench.lines).toContainText('my own');
});

test('I39 names of a hostile link are shown as text, short, and without what turns the sentence around', async ({
  page,
}) => {
  const files = {
    './<img src=x onerror=alert(1)>.ts': '',
    './\u202est.resu/.ts': '',
    [`./${'x'.repeat(5_000)}.ts`]: '',
  };
  await page.goto(`${lesson.en}#code=${linkData({ exercise: id, files })}`);

  await expect(proposal(page)).toContainText(
    'Not among the files of this exercise: <img src=x onerror=alert(1)>.ts',
  );
  await expect(proposal(page)).toContainText(String.raw`\u202est.resu/.ts`);
  expect((await proposal(page).innerText()).length).toBeLessThan(500);
  await expect(proposal(page).locator('img')).toHaveCount(0);
});

for (const [what, fragment] of [
  ['I40 an equals sign that was encoded', '#code%3D1.aggregates-change-password.AAAA'],
  ['I41 half an escape', '#code=%'],
  ['I42 no data', '#code='],
  ['I43 an exercise by a way around', '#code=1.aggregates-change-password"]<b>.AAAA'],
] as const) {
  test(`a fragment with ${what} breaks nothing, and the exercise can be opened`, async ({ page }) => {
    await page.goto(`${lesson.en}${fragment}`);
    const bench = new Workbench(page);
    await bench.root.scrollIntoViewIfNeeded();
    await expect(bench.button('run').or(bench.button('open')).first()).toBeVisible();
    await expect(bench.root).toContainText('class User');
    await expect(page.locator('b', { hasText: 'AAAA' })).toHaveCount(0);
  });
}

test('I44 a link to a part of an exercise is refused there, and not lost without a word', async ({
  page,
}) => {
  await page.goto(`${lesson.en}#code=1.aggregates-change-password-title.AAAA`);

  await expect(proposal(page)).toContainText('The link is incomplete or damaged.');
});
