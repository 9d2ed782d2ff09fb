import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from './test.ts';
import { exercise, exerciseFile, lesson, Workbench } from './workbench.ts';

const words = {
  en: { more: 'More', link: 'Copy a link to this code', project: 'Download as a project' },
  ko: { more: '더 보기', link: '이 코드의 링크 복사', project: '프로젝트로 내려받기' },
} as const;

const mine = 'export class User { /* 하루의 코드 🍜 */ }';

async function choose(bench: Workbench, item: 'link' | 'project'): Promise<void> {
  await bench.root.getByRole('button', { name: words[bench.locale].more }).click();
  await bench.root.getByRole('button', { name: words[bench.locale][item] }).click();
}

/** The link to what is in the workbench, as the learner pastes it. */
async function copiedLink(bench: Workbench): Promise<string> {
  await bench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(bench, 'link');
  await expect(bench.root.locator('.sharing-status')).toContainText(/copied|복사했습니다/);
  return bench.page.evaluate(() => navigator.clipboard.readText());
}

const proposal = (page: Page) => page.locator(`${exercise} .proposal`);

test('a link opens as a proposal beside the own code, which can be taken and brought back', async ({
  page,
  browser,
}) => {
  test.slow();
  const sender = new Workbench(page);
  await sender.open();
  await sender.write(mine);
  const link = await copiedLink(sender);

  const context = await browser.newContext();
  const other = await context.newPage();
  const receiver = new Workbench(other);
  await receiver.open();
  await receiver.write('export class User { /* my own draft */ }');
  await expect(receiver.button('reset')).toBeEnabled();
  await other.goto('about:blank');
  await other.goto(link);

  await expect(proposal(other)).toContainText('The page does not know who wrote it.');
  await expect(proposal(other).getByRole('heading')).toBeFocused();
  await expect(proposal(other).locator('.comparison-difference')).toContainText('하루의 코드 🍜');
  await expect(receiver.lines).toContainText('my own draft');
  await expect(receiver.headline).toBeEmpty();
  expect(new URL(other.url()).hash).toBe('');

  await proposal(other).getByRole('button', { name: 'Take this code' }).click();
  await expect(receiver.lines).toContainText('하루의 코드 🍜');
  await expect(proposal(other)).toBeHidden();
  await expect(receiver.tab('user.ts')).toBeFocused();
  await expect(receiver.headline, 'what was taken does not run by itself').toBeEmpty();
  await receiver.button('undo').click();
  await expect(receiver.lines).toContainText('my own draft');
  await context.close();
});

test('a link pasted into the open page is received there, and dismissing it changes nothing', async ({
  page,
}) => {
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await bench.write(mine);
  const { hash } = new URL(await copiedLink(bench));
  await bench.write('export class User { /* 내 코드 */ }');
  await page.evaluate((fragment) => (location.hash = fragment), hash);

  await expect(proposal(page)).toContainText('누가 작성했는지는 알 수 없습니다');
  await proposal(page).getByRole('button', { name: '닫기' }).click();
  await expect(proposal(page)).toBeHidden();
  await expect(bench.lines).toContainText('내 코드');
});

test('where the clipboard refuses, the link is there to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const bench = new Workbench(page);
  await bench.open();
  await choose(bench, 'link');

  await expect(bench.root.getByLabel('Link to this code')).toHaveValue(
    /#code=1\.aggregates-change-password\./,
  );
});

for (const [what, data, says] of [
  ['a damaged link', '1.aggregates-change-password.eJyrVkrLzEk', 'The link is incomplete or damaged.'],
  ['a link of another version', '9.aggregates-change-password.AAAA', 'made by another version of this site'],
  [
    'a link that is too large',
    `1.aggregates-change-password.${'A'.repeat(40_000)}`,
    'more than this page reads',
  ],
] as const) {
  test(`${what} is refused with the reason, and the own code stays`, async ({ page }) => {
    await page.goto(`${lesson.en}#code=${data}`);

    await expect(proposal(page)).toContainText(says);
    await expect(proposal(page).getByRole('button', { name: 'Take this code' })).toHaveCount(0);
    await expect(new Workbench(page).lines).toContainText('class User');
    expect(new URL(page.url()).hash).toBe('');
  });
}

test('a link to an exercise that is not on the page says so', async ({ page }) => {
  await page.goto(`${lesson.en}#code=1.events-nowhere.eJyrVkrLzEk`);

  await expect(page.locator('.proposal')).toContainText('This code cannot be shown');
});

test('a downloaded project holds the own files, and is taken back as a zip or file by file', async ({
  page,
}) => {
  test.slow();
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await bench.write(mine);
  const downloading = page.waitForEvent('download');
  await choose(bench, 'project');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('aggregates-change-password.zip');
  const folder = mkdtempSync(join(tmpdir(), 'past-tense-e2e-'));
  const archive = join(folder, 'project.zip');
  await download.saveAs(archive);
  const entries = unzipSync(readFileSync(archive));
  const text = (name: string) =>
    Buffer.from(entries[`aggregates-change-password/${name}`] ?? []).toString('utf8');
  expect(text('src/user.ts')).toBe(mine);
  expect(text('src/events.ts')).toBe(exerciseFile('events.ts'));
  expect(text('README.md')).toContain('내 편집기에서');
  expect(Object.keys(JSON.parse(text('package.json')).devDependencies)).toContain('node');
  expect(text('hidden/compiled/exercise/user.test.js')).toContain('require("./user.ts")');

  // What the learner did meanwhile in another editor.
  entries['aggregates-change-password/src/user.ts'] = Buffer.from('export class User { /* at home */ }');
  writeFileSync(archive, zipSync(entries));
  const picker = bench.root.locator('input[type=file]');
  await picker.setInputFiles(archive);
  await expect(proposal(page)).toContainText('내 컴퓨터에서 연 파일입니다');
  await expect(bench.lines).toContainText('하루의 코드');
  await proposal(page).getByRole('button', { name: '이 코드 가져오기' }).click();
  await expect(bench.lines).toContainText('at home');

  await picker.setInputFiles({ name: 'cart.ts', mimeType: 'text/plain', buffer: Buffer.from('') });
  await expect(proposal(page)).toContainText('이 실습에 없는 파일입니다: cart.ts');
  await picker.setInputFiles({ name: 'user.ts', mimeType: 'text/plain', buffer: Buffer.from('export {};') });
  await expect(proposal(page).getByRole('button', { name: '이 코드 가져오기' })).toBeVisible();
});
