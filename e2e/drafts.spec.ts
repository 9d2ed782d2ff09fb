import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

test('a draft survives a reload right after the last keystroke', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User { /* half done */ }');
  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();

  await expect(bench.lines).toContainText('half done');
});

test('a draft is there in the other language too, and is not run by itself', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User { /* half done */ }');
  await new Workbench(page, 'ko').come();

  await expect(bench.lines).toContainText('half done');
  await expect(bench.headline).toBeEmpty();
});

test('two tabs show the same draft, and the older never overwrites the newer', async ({
  page,
  context,
  baseURL,
}) => {
  const first = new Workbench(page);
  await first.open();
  const other = await context.newPage();
  const second = new Workbench(other);
  await second.open();
  await second.write('export class User { /* from the second tab */ }');

  await expect(first.lines).toContainText('from the second tab');
  const savedAt = () =>
    page.evaluate(
      (base) =>
        new Promise((resolve) => {
          const opening = indexedDB.open(`past-tense:${base}`);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
            reading.onsuccess = () => resolve(reading.result.map(({ updatedAt }) => updatedAt as number));
          };
        }),
      new URL(baseURL!).pathname,
    );
  const before = await savedAt();
  await page.waitForTimeout(1_500);
  expect(await savedAt(), 'the tabs leave it at that').toEqual(before);
});

test('Reset brings the starter back, and can be undone, after a reload as well', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.button('reset')).toBeDisabled();
  await bench.write('export class User { /* mine */ }');
  await bench.button('reset').click();
  await expect(bench.lines).toContainText('EventFactory');

  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await bench.button('undo').click();
  await expect(bench.lines).toContainText('mine');
  await expect(bench.button('undo')).toBeHidden();
});

test('passing marks the lesson in the sidebar, and the mark survives a reload', async ({ page }) => {
  const place = { exercise: 'events/shape-the-fact', lesson: 'events/good-event' };
  const bench = new Workbench(page, 'en', place);
  await bench.open();
  const lessonLink = page.locator('nav.sidebar a[data-exercises="events/shape-the-fact"]');
  await expect(lessonLink).not.toHaveAccessibleName(/passed/);

  await bench.write(exerciseFile('events.solution.ts', place));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(lessonLink).toHaveAccessibleName(/ passed$/);

  await page.reload();
  await expect(lessonLink).toHaveAccessibleName(/ passed$/);
  await page.goto('ko/events/good-event/');
  await expect(page.locator('nav.sidebar').getByRole('link', { name: /통과/ })).toBeVisible();
});

test('where the browser stores nothing, the learner is told and can still pass', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => ({
        open: () => {
          throw new Error('blocked');
        },
      }),
    });
  });
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();

  await bench.expectVerdict('passed');
  await expect(bench.root).toContainText('Your browser stores nothing for this site.');
});
