import AxeBuilder from '@axe-core/playwright';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const file = (name: string, content: object | string): File => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** An export file with passes of these exercises, each at its time. */
const exported = (day: string, progress: object, more: object = {}) => ({
  format: 'past-tense-progress',
  version: 2,
  exportedAt: `2026-01-${day}T00:00:00.000Z`,
  drafts: {},
  progress,
  answers: {},
  ...more,
});
const passed = (at: number, help?: number) => ({
  v: 2,
  passedAt: at,
  ...(help ? { solutionAt: help } : {}),
});

const choose = (page: Page, files: File[] | string[]) => page.locator('input.files').setInputFiles(files);
const status = (page: Page) => page.locator('class-progress [role="status"]');
const note = (page: Page, kind: string) => page.locator(`.class-${kind} li`);
const learners = (page: Page) =>
  page
    .locator('tbody input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
const sortBy = (page: Page, column: string) =>
  page.getByRole('columnheader', { name: column, exact: true }).getByRole('button').click();

const mina = file(
  'mina_past-tense-2026-01-10.json',
  exported('10', {
    'aggregates/change-password': passed(1_760_000_000_000),
    'events/read-the-wall': passed(1_760_000_100_000, 1_760_000_050_000),
  }),
);
const joon = file(
  'joon.json',
  exported('11', { 'events/read-the-wall': { v: 2, hintsAt: [1_770_000_000_000] } }),
);

test('a teacher finds the page, reads files into a table, sorts it, renames and saves it', async ({
  page,
}) => {
  const stores = () => page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length]);
  await page.goto('en/progress/');
  await page.getByRole('link', { name: 'You teach?' }).click();
  await page.waitForURL('**/en/class/');
  const before = await stores();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await choose(page, [mina, joon]);

  await expect(status(page)).toHaveText('Files read: 2 of 2. Learners in the table: 2.');
  const table = page.getByRole('table', { name: 'Exercises passed, by learner and chapter' });
  await expect.poll(() => learners(page)).toEqual(['joon', 'mina']);
  const row = table.getByRole('row').filter({ has: page.getByLabel('Name of the learner in mina') });
  await expect(row.getByRole('cell').first()).toHaveText(/^2 \/ \d+$/);
  await expect(row.getByRole('cell').nth(1)).toHaveText('1');
  await expect(row.getByRole('cell').nth(4)).toHaveText(/^1 \/ \d+$/);
  await expect(table.locator('tfoot')).toContainText('All learners');

  await sortBy(page, 'Passed');
  await expect(table.getByRole('columnheader', { name: 'Passed', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect.poll(() => learners(page)).toEqual(['mina', 'joon']);
  await expect(status(page)).toHaveText('Sorted by Passed, descending.');

  await page.getByLabel('Name of the learner in joon').fill('=HYPERLINK("https://evil.example")');
  await sortBy(page, 'Learner');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table as CSV' }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv).toMatch(/^\uFEFF"Learner","Passed \(\/ \d+\)"/);
  expect(csv).toContain('"\'=HYPERLINK(""https://evil.example"")",0,');
  expect(csv).toMatch(/"mina",2,.*"2026-01-10T00:00:00.000Z"\r\n/);

  // The script that reads files, and nothing else.
  expect(requested.filter((url) => !/^blob:|\/_astro\/[\w.-]+\.js$/.test(url))).toEqual([]);
  expect(await stores()).toEqual(before);
  await page.getByRole('button', { name: 'Clear the table' }).click();
  await expect(table).toBeHidden();
});

test('the newer of two files is in the table, and files that are alike are named', async ({ page }) => {
  const same = { 'aggregates/change-password': passed(1_750_000_000_000) };
  await page.goto('en/class/');
  await choose(page, [
    mina,
    file('Mina_past-tense-2026-01-12.json', exported('12', {})),
    file('past-tense-2026-01-01.json', exported('01', same)),
    file('past-tense-2026-01-02.json', exported('02', same)),
    file('seo.json', exported('03', { 'events/read-the-wall': passed(1_740_000_000_000) })),
    file('han.json', exported('04', { 'events/read-the-wall': passed(1_740_000_000_000) })),
  ]);

  await expect.poll(() => learners(page)).toEqual(['han', 'Mina', 'past-tense-2026-01-02.json', 'seo']);
  await expect(note(page, 'replaced')).toHaveText([
    /^mina_past-tense-2026-01-10\.json .*: Mina_past-tense-2026-01-12\.json .* is newer\.$/,
    /^past-tense-2026-01-01\.json .*: past-tense-2026-01-02\.json .* is newer\.$/,
  ]);
  await expect(note(page, 'alike')).toHaveText(/^han\.json and seo\.json have passes/);
});

test('what cannot be read is named with its reason, as text, and the others are shown', async ({
  page,
}, info) => {
  const huge = info.outputPath('huge.json');
  const descriptor = openSync(huge, 'w');
  ftruncateSync(descriptor, 100_000_000);
  closeSync(descriptor);
  const written = (name: string, content: object | string) => {
    const path = info.outputPath(name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  await page.goto('en/class/');
  await choose(page, [
    huge,
    written('half.json', '{"format": "past-tense-pro'),
    written('other.json', { format: 'something' }),
    written('tomorrow.json', exported('01', {}, { version: 3 })),
    written(
      'proto.json',
      `{"format":"past-tense-progress","version":2,"exportedAt":"2026-01-01","drafts":{},"answers":{},"progress":{"__proto__":{"v":2,"passedAt":1}}}`,
    ),
    written('‮<img src=x onerror=alert(1)>.json', exported('01', {}, { drafts: { '‮<b>/add': {} } })),
    written('future.json', exported('01', { 'aggregates/change-password': passed(9_000_000_000_000_000) })),
    written('notes.txt', 'not chosen'),
  ]);

  await expect(status(page)).toHaveText('Files read: 1 of 7. Learners in the table: 1.');
  await expect.poll(() => learners(page)).toEqual(['future']);
  await expect(page.locator('tbody')).not.toContainText('287');
  await expect(note(page, 'refused')).toContainText([
    'huge.json is larger than 5 MB',
    'half.json is no JSON file, or only part of one.',
    'other.json was not exported by this course.',
    'tomorrow.json was exported by a newer version',
    'proto.json is damaged; this cannot be read: progress, __proto__.',
    String.raw`\u202e<img src=x onerror=alert(1)>.json is damaged; this cannot be read: drafts, \u202e<b>/add`,
  ]);
  await expect(page.locator('class-progress :is(img, b)')).toHaveCount(0);
});

test('a folder of 200 learners is read, each from a folder of their own, in 390 pixels', async ({
  page,
}, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const root = info.outputPath('class');
  for (let learner = 1; learner <= 200; learner += 1) {
    const folder = join(root, `learner ${learner}`);
    mkdirSync(folder, { recursive: true });
    const progress = { 'aggregates/change-password': passed(1_760_000_000_000 + learner) };
    writeFileSync(join(folder, 'past-tense-2026-01-10.json'), JSON.stringify(exported('10', progress)));
  }
  await page.goto('ko/class/');
  await page.locator('input.folder').setInputFiles(root);

  await expect(status(page)).toHaveText('파일 200개 중 200개를 읽었습니다. 표에 있는 수강생은 200명입니다.');
  await expect
    .poll(() => learners(page))
    .toEqual(Array.from({ length: 200 }, (_, place) => `learner ${place + 1}`));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('region', { name: '수강생 진도표' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.locator('.class-scroll').evaluate(({ scrollLeft }) => scrollLeft))
    .toBeGreaterThan(0);
});

test('files and a folder can be dropped anywhere on the page, which stays', async ({ page }) => {
  await page.goto('en/class/');
  await page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text!], name!, { type: 'application/json' }));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('h1')!.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error('the browser would open the file');
    },
    [mina.name, mina.buffer.toString()],
  );

  await expect(page.getByLabel('Name of the learner in mina')).toHaveValue('mina');
});

for (const [locale, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['ko', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`axe finds nothing on the page with a table and notes, ${locale}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(`${locale}/class/`);
    await choose(page, [mina, joon, file('mina.json', exported('01', {})), file('half.json', '{')]);
    await expect(page.locator('tbody tr')).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page }).include('class-progress').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
