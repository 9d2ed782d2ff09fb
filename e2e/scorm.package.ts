import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import { expect, test as base } from './test.ts';
import { names, serveFiles, unpack } from './unpacked.ts';
import { exerciseFile } from './workbench.ts';

const files = unpack(names.scorm);
const runtime = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12'), 'utf8');

/** Where the platform unpacked the package. */
const place = `content/${Date.now()}/1/`;

/**
 * A learning platform: scorm-again as its runtime, the package in a frame of a frame. What it was told lasts from page to
 * page in its own storage, by learner.
 */
const platform = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title>
<link rel="icon" href="data:,"><script src="runtime.js"></script><body><script>
  const learner = new URL(location.href).searchParams.get('learner');
  const records = 'platform:' + learner;
  const api = new Scorm12API({ autocommit: false });
  api.loadFromFlattenedJSON(JSON.parse(localStorage.getItem(records) ?? '{}'), '');
  api.cmi.core.student_id = learner;
  const keep = () => localStorage.setItem(records, JSON.stringify({
    'cmi.suspend_data': api.cmi.suspend_data,
    'cmi.core.lesson_status': api.cmi.core.lesson_status,
    'cmi.core.lesson_location': api.cmi.core.lesson_location,
  }));
  api.on('LMSCommit', keep);
  api.on('LMSFinish', keep);
  window.API = api;
  document.body.innerHTML = '<iframe id="course" src="${place}launch.html" style="width:100%;height:860px"></iframe>';
</script></body></html>`;

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are needed: none
  baseURL: async ({}, use) => {
    const find = (path: string) => {
      if (path === 'platform.html') return platform;
      if (path === 'runtime.js') return runtime;
      return path.startsWith(place) ? files[path.slice(place.length)] : undefined;
    };
    const server = await serveFiles(find);
    await use(server.address);
    await server.close();
  },
});

test.describe.configure({ timeout: 120_000 });
// For this window the workbench chooses the plain editor.
test.use({ viewport: { width: 620, height: 900 } });

/** What the platform was told. */
const told = (page: Page, element: string): Promise<string> =>
  page.evaluate(
    (name) => (window as unknown as { API: { getCMIValue(name: string): string } }).API.getCMIValue(name),
    element,
  );

/** Opens the course on the platform; returns the frame in which its pages are, inside of the launch page. */
async function launch(page: Page, learner: string): Promise<Frame> {
  await page.goto(`platform.html?learner=${learner}`);
  await expect(page.frameLocator('#course').frameLocator('iframe').locator('main')).toBeVisible();
  return page.frames().find((frame) => frame.parentFrame()?.parentFrame() === page.mainFrame())!;
}

async function run(course: Frame, code: string, verdict: string): Promise<void> {
  const bench = course.locator('.bench');
  await bench.locator('textarea.pce-textarea').fill(code);
  await bench.getByRole('button', { name: /^Run/ }).click();
  await expect(bench.locator('.verdict')).toHaveAttribute('data-verdict', verdict, { timeout: 25_000 });
}

async function openExercise(course: Frame, root: string): Promise<void> {
  // The first page sends on to that of a language, which would interrupt another journey.
  await course.waitForURL(/\/(?:en|ko)[./]/);
  await course.goto(`${root}${place}en/exercises/aggregates/change-password.html`);
  await course.getByRole('button', { name: 'Open the editor' }).click();
}

const exercises = JSON.parse(
  /data-exercises="([^"]*)"/
    .exec(new TextDecoder().decode(files['launch.html']))![1]!
    .replaceAll('&quot;', '"'),
) as { id: string; key: string }[];
const keyOf = (exercise: string) => exercises.find(({ id }) => id === exercise)!.key;

const meddling = `
for (const name of ['parent', 'top', 'opener', 'window'])
  try { globalThis[name].API.LMSSetValue('cmi.core.lesson_status', 'completed'); } catch {}
for (const name of ['progress', 'records'])
  try { new BroadcastChannel('past-tense:/${place}:' + name).postMessage(null); } catch {}
`;

test('only what the judge passed is reported, and comes back on another machine', async ({
  page,
  browser,
  baseURL,
}) => {
  const course = await launch(page, 'kim');
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  await openExercise(course, baseURL!);
  await run(course, meddling + exerciseFile('user.ts'), 'failed');
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  expect(await told(page, 'cmi.suspend_data')).toBe('');

  await run(course, exerciseFile('user.solution.ts'), 'passed');
  await expect.poll(() => told(page, 'cmi.suspend_data')).toBe(`1:${keyOf('aggregates/change-password')}`);
  const share = Math.floor(100 / exercises.length);
  expect(Number(await told(page, 'cmi.core.score.raw'))).toBe(share);
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');

  const kept = await page.evaluate(() => localStorage.getItem('platform:kim')!);
  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${baseURL}platform.html`);
  await elsewhere.evaluate((records) => localStorage.setItem('platform:kim', records), kept);
  await elsewhere.goto(`${baseURL}platform.html?learner=kim`);
  const again = elsewhere.frameLocator('#course').frameLocator('iframe');
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(/password/i);
  await again.getByRole('link', { name: 'All exercises' }).last().click();
  await expect(again.getByText(/^passed on /)).toHaveCount(1);
  await elsewhere.close();
});

test('the last pass completes the course', async ({ page, baseURL }) => {
  const others = exercises.filter(({ id }) => id !== 'aggregates/change-password');
  const suspended = `1:${others.map(({ key }) => key).join('')}`;
  await page.goto('platform.html');
  await page.evaluate(
    (records) => localStorage.setItem('platform:lee', records),
    JSON.stringify({ 'cmi.suspend_data': suspended, 'cmi.core.lesson_status': 'incomplete' }),
  );
  const course = await launch(page, 'lee');
  await openExercise(course, baseURL!);
  await run(course, exerciseFile('user.solution.ts'), 'passed');
  await expect.poll(() => told(page, 'cmi.core.lesson_status')).toBe('completed');
  expect(Number(await told(page, 'cmi.core.score.raw'))).toBe(100);

  // Another learner in the same browser begins anew.
  await launch(page, 'park');
  expect(await told(page, 'cmi.core.lesson_status')).toBe('incomplete');
  expect(await told(page, 'cmi.suspend_data')).toBe('');
});

test('without a platform the course can be read, and the page says that nobody is told', async ({ page }) => {
  await page.goto(`${place}launch.html`);
  await expect(page.getByRole('status')).toContainText('No learning platform answers here.');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
});
