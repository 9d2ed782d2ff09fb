import { readdirSync } from 'node:fs';
import { expect, test } from '../e2e/test.ts';
import { exerciseFile, Workbench } from '../e2e/workbench.ts';
import { deadLinks, pages, siteFiles, siteText } from './site-files.ts';
import { plain, solutionLines } from './solution-lines.ts';

test.use({ editor: 'plain' });

const chapters = ['aggregates', 'event-sourcing'];
const foldersIn = (folder: string) => readdirSync(new URL(`../${folder}`, import.meta.url));

test('has every lesson and exercise of the two chapters, and none of another', () => {
  const expected = chapters.flatMap((chapter) => [
    ...foldersIn(`content/${chapter}`).map((lesson) => `ko/${chapter}/${lesson}/index.html`),
    ...foldersIn(`exercises/${chapter}`).map((id) => `ko/exercises/${chapter}/${id}/index.html`),
  ]);
  const others = /\/(events|placement|projections)\//;

  expect(pages).toEqual(expect.arrayContaining(expected));
  expect(siteFiles.filter((file) => others.test(file))).toEqual([]);
  expect(siteFiles.filter((file) => /^runtime\/(events|placement|projections)\./.test(file))).toEqual([]);
});

test('is in Korean alone', () => {
  expect(siteFiles.filter((file) => file.startsWith('en/') || /\.en\.[0-9a-f]+\.json$/.test(file))).toEqual(
    [],
  );
  for (const page of pages) {
    expect(siteText(page), page).toContain('<html lang="ko"');
    expect(siteText(page), page).not.toMatch(/hreflang="en"|<starlight-lang-select/);
  }
});

test('no link leads nowhere', () => {
  expect(deadLinks()).toEqual([]);
});

test('no solution is part of it, nor what one did when it ran', () => {
  const lines = solutionLines(chapters);
  expect(lines.length).toBeGreaterThan(100);

  expect(siteFiles.filter((file) => /\.(solutions|reference)\./.test(file))).toEqual([]);
  const texts = siteFiles.filter((file) => /\.(html|js|json|css|txt|xml)$/.test(file));
  const found = texts.flatMap((file) => {
    const text = plain(siteText(file));
    return lines.filter((line) => text.includes(line)).map((line) => `${file}: ${line}`);
  });
  expect(found).toEqual([]);
});

test('nothing of it can be kept: no page starts a worker or offers a copy, and the worker there is one that goes', () => {
  expect(siteText('sw.js')).toContain('unregister');
  expect(siteFiles.filter((file) => /offline/.test(file))).toEqual([]);
  const starting = siteFiles.filter((file) => /\/(?:Footer|OfflineCopy)\..*\.js$/.test(file));
  expect(starting).toHaveLength(2);
  const names = ['#offline', '<offline-copy', ...starting];
  expect(pages.filter((page) => names.some((name) => siteText(page).includes(name)))).toEqual([]);
});

test('the teacher’s table has no column for solutions', async ({ page }) => {
  await page.goto('ko/class/');
  const exported = {
    format: 'past-tense-progress',
    version: 2,
    exportedAt: '2026-01-10T00:00:00.000Z',
    drafts: {},
    progress: { 'aggregates/change-password': { v: 2, passedAt: 1_760_000_000_000 } },
    answers: {},
  };
  const buffer = Buffer.from(JSON.stringify(exported));
  await page
    .locator('input.files')
    .setInputFiles({ name: 'mina.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('columnheader')).toHaveText([
    '수강생',
    '통과',
    '시작했지만 아직 통과하지 못함',
    '마지막 변경',
    /./,
    /./,
    '내보낸 때',
  ]);
  await expect(page.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(/^1 \/ \d+$/);
});

test('a learner is led to the language, reads the host’s message and passes an exercise', async ({
  page,
}) => {
  await page.goto('./');
  await page.waitForURL('**/ko/');
  await expect(page.locator('h1')).toHaveText('하루아카데미');
  await expect(page.locator('.host-message')).toHaveText('질문은 화요일, 3.04호에서 받습니다. 시간표');
  await expect(page.locator('.site-title img').first()).toHaveJSProperty('complete', true);
  await page.getByRole('link', { name: '첫 레슨부터 시작하기' }).click();
  await page.waitForURL('**/ko/aggregates/three-ways-to-publish/');

  const bench = new Workbench(page, 'ko');
  await bench.open();
  await expect(page.getByText('사실이어야 할 이벤트')).toBeVisible();
  await expect(page.getByRole('link', { name: '사실이어야 할 이벤트' })).toHaveCount(0);
  await bench.write('export class User {}');
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(page.getByRole('button', { name: /답안/ })).toHaveCount(0);
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(page.getByRole('button', { name: /답안/ })).toHaveCount(0);
});

test.describe('the self-test', () => {
  // The sandbox refuses the probes, and a file is asked for that does not exist.
  test.use({ allowedErrors: [/Content Security Policy|status of 404/] });

  test('finds nothing wrong, without a solution to try', async ({ page }) => {
    await page.goto('ko/doctor/');
    await page.getByRole('button', { name: '진단 시작' }).click();
    const judging = page.locator('[data-part="judging"]');
    await expect(judging.locator('.doctor-state')).toHaveText('정상', { timeout: 45_000 });
    await expect(judging.locator('li')).toHaveCount(2);
  });
});
