import { posix } from 'node:path';
import { stored } from './stored.ts';
import { expect, test as base } from './test.ts';
import { names, serveFiles, unpack } from './unpacked.ts';
import { exerciseFile, Workbench } from './workbench.ts';

const files = unpack(names.site, `${names.site}/`);
const textOf = (path: string) => new TextDecoder().decode(files[path]);
const named = (ending: string) => Object.keys(files).filter((path) => path.endsWith(ending));

/** Where the archive is unpacked; both are decided here, long after it was built. */
const places = [`some-${Date.now()}/where deep/`, 'elsewhere/'] as const;

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are needed: none
  baseURL: async ({}, use) => {
    const find = (path: string) => {
      const place = places.find((each) => path.startsWith(each));
      return place && files[path.slice(place.length)];
    };
    const server = await serveFiles(find);
    await use(server.address + encodeURI(places[0]));
    await server.close();
  },
});

test.use({ editor: 'plain' });
// Walks through much of the site; the self-test alone waits until an endless loop is stopped.
test.describe.configure({ timeout: 120_000 });

test('every link of every page leads to a file of the archive, and none starts from the host', () => {
  const attributes =
    /\s(?:href|src|component-url|renderer-url)=(?:"([^"]*)"|'([^']*)')|<option value="([^"]*\.html)"/g;
  const pages = named('.html');
  expect(pages.length).toBeGreaterThan(100);
  const astray: string[] = [];
  let followed = 0;
  for (const page of pages) {
    for (const [, one, other, option] of textOf(page).matchAll(attributes)) {
      const link = one ?? other ?? option ?? '';
      if (link.startsWith('#') || /^(?:https?|mailto|data):/.test(link)) continue;
      const file = posix.join(posix.dirname(page), decodeURIComponent(link.replace(/[?#].*/s, '')));
      if (!/^\.\.?\//.test(link) || !Object.hasOwn(files, file)) astray.push(`${page}: ${link}`);
      followed += 1;
    }
  }
  expect(astray).toEqual([]);
  expect(followed).toBeGreaterThan(10_000);
});

test('what pages, styles and data name besides starts from where it stands', () => {
  for (const path of [...named('.html'), ...named('.css'), ...named('.json')]) {
    expect(textOf(path), path).not.toMatch(
      /__past-tense-anywhere__|url\(\/|["']\/(?:_astro|runtime|pagefind)\//,
    );
  }
});

test('a lesson is read, searched, translated and practised where the archive was unpacked', async ({
  page,
  baseURL,
}) => {
  await page.goto('index.html');
  await expect(page).toHaveURL(`${baseURL}en.html`);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}en/.*\\.html`));

  await page.goto('en/aggregates/aggregate-root.html');

  const bench = new Workbench(page);
  await bench.root.scrollIntoViewIfNeeded();
  await bench.button('open').click();
  await expect(bench.lines).toContainText(/\S/);
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  const root = new URL(baseURL!).pathname;
  const passes = () => stored(page, 'progress', `past-tense:${root}`);
  await expect.poll(passes).toHaveProperty(['aggregates/change-password', 'passedAt']);

  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search' }).fill('listener');
  const result = page.locator('.pagefind-ui__result-link').first();
  await expect(result).toHaveAttribute('href', /\.html/);
  await result.click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}en/.*\\.html`));
  await expect(page.locator('h1')).toBeVisible();

  await page.goto('en/aggregates/aggregate-root.html');
  await page.locator('starlight-lang-select select').first().selectOption('한국어');
  await expect(page).toHaveURL(`${baseURL}ko/aggregates/aggregate-root.html`);
  await page.goto('index.html');
  await expect(page).toHaveURL(`${baseURL}ko.html`);
});

test('what one archive keeps, another one on the same host does not see', async ({ page, baseURL }) => {
  await page.goto('en/exercises/aggregates/change-password.html');
  const bench = new Workbench(page);
  await bench.button('open').click();
  await bench.write('// here');
  const at = (place: string) => `past-tense:/${encodeURI(place)}`;
  await expect
    .poll(() => stored(page, 'drafts', at(places[0])))
    .toHaveProperty(['aggregates/change-password']);

  await page.goto(new URL(`/${places[1]}en/exercises/aggregates/change-password.html`, baseURL).href);
  await bench.button('open').click();
  await expect(bench.lines).toContainText('class');
  await expect(bench.lines).not.toContainText('// here');
  expect(await stored(page, 'drafts', at(places[1]))).not.toHaveProperty(['aggregates/change-password']);
});

test.describe('the self-test', () => {
  // It asks for a file that does not exist.
  test.use({ allowedErrors: [/status of 404/] });

  test('finds nothing wrong', async ({ page }) => {
    await page.goto('en/doctor.html');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible({ timeout: 60_000 });
    for (const part of ['isolation', 'compiler', 'judging']) {
      await expect(page.locator(`[data-part="${part}"]`)).toHaveAttribute('data-state', 'good');
    }
    await expect(page.locator('[data-part][data-state="bad"]')).toHaveCount(0);
  });
});
