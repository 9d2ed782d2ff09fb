import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'event-sourcing/fold-an-order', lesson: 'event-sourcing/fold' };
const names = {
  en: { open: 'Go through the stream, event by event', slider: 'Event at which you look' },
  ko: { open: '이벤트를 하나씩 따라가며 상태 보기', slider: '살펴볼 이벤트' },
} as const;

/** Runs the file of the exercise, or the starter, and sets out. */
async function travel(page: Page, file?: string, locale: 'en' | 'ko' = 'en') {
  const bench = new Workbench(page, locale, place);
  await bench.open();
  if (file) await bench.write(exerciseFile(file, place));
  await bench.run();
  await bench.expectVerdict(file === 'order.solution.ts' ? 'passed' : 'failed');
  await bench.verdict.getByRole('button', { name: names[locale].open }).click();
  const stream = bench.verdict.locator('.travel');
  await expect(stream).toBeVisible();
  return { bench, stream, slider: stream.getByRole('slider', { name: names[locale].slider }) };
}

const row = (stream: Locator, field: string) =>
  stream.getByRole('row').filter({ has: stream.page().getByRole('rowheader', { name: field }) });

test('the starter parts where the first line is added, field by field', async ({ page }) => {
  const { stream, slider } = await travel(page);
  await expect(stream).toContainText('First difference: revision 1, LineAdded. Different: lines[0].');
  await expect(slider).toHaveAttribute('aria-valuetext', 'revision 1, LineAdded');
  const line = row(stream, 'lines[0]');
  await expect(line).toContainText('differs');
  await expect(line).toContainText('gimbap');
  await expect(line).toContainText('not there');
  await expect(row(stream, 'table')).not.toContainText('differs');
});

test('in Korean the place is the same', async ({ page }) => {
  const { stream } = await travel(page, undefined, 'ko');
  await expect(stream).toContainText('처음 달라지는 곳: 리비전 1, LineAdded. 다른 필드: lines[0].');
  await expect(row(stream, 'lines[0]')).toContainText('다름');
});

test('a fold that changes what it is given is found, though its states are right', async ({ page }) => {
  const { stream } = await travel(page, 'order.mistake-changes-the-given-order.ts');
  await expect(stream).toContainText(
    'First difference: revision 1, LineAdded. Your code changes the state that it was given.',
  );
  await expect(row(stream, 'lines')).not.toContainText('differs');
});

test('an event that makes nothing of the order is found, and what comes behind it', async ({ page }) => {
  const { stream, slider } = await travel(page, 'order.mistake-returns-nothing-for-unknown-events.ts');
  await expect(stream).toContainText('First difference: revision 4, GuestSangASong.');
  await slider.press('End');
  await expect(stream.getByText('Nobody knows this state')).toBeVisible();
});

test('the solution goes the same way, and the keyboard moves both', async ({ page }) => {
  const { stream, slider } = await travel(page, 'order.solution.ts');
  await expect(stream).toContainText('Yours and the solution come to the same after every event.');
  await slider.press('Home');
  await expect(stream.getByRole('status').first()).toHaveText(/^Here: before the first event\./);
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await expect(stream.getByRole('status').first()).toHaveText(/^Here: revision 1, LineAdded\./);
  await expect(row(stream, 'lines')).toContainText('changed');
  await stream.getByRole('button', { name: 'Next event' }).press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', 'revision 2, LineAdded');

  await stream.locator('label').filter({ hasText: 'revision 5' }).click();
  await expect(slider).toHaveValue('6');
  await expect(stream.getByRole('row').filter({ hasText: 'gone' })).toContainText('bibimbap');
});

test('another event takes the place of the next one, and both futures go on to the end', async ({ page }) => {
  const { stream, slider } = await travel(page, 'order.solution.ts');
  await slider.press('Home');
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  const whatIf = stream.getByRole('group', { name: /What if something else had come\?/ });
  await expect(whatIf).toContainText('In the place of revision 2, LineAdded:');
  await whatIf.getByRole('radio', { name: /^PortionsChanged/ }).check();

  const future = stream.locator('.travel-future');
  await expect(future.getByRole('columnheader')).toHaveText(['Field', 'As it was', 'As it would be']);
  await expect(row(future, 'lines[0].portions')).toHaveText(/2.*45/);
  await expect(future).toContainText('In the end it comes to the same state as before.');
  await expect(future).toContainText('In this future, too, yours and the solution come to the same.');

  await future.getByRole('slider').press('End');
  await expect(future.getByRole('status')).toHaveText(/^Here: revision 7, LineAdded\./);
  await whatIf.getByRole('radio', { name: /^OrderPlaced/ }).check();
  await expect(future).toContainText('In the end the state is another than before: table.');
  await whatIf.getByRole('radio', { name: 'what really came' }).check();
  await expect(future).toHaveCount(0);
});

test('a future parts where the present does not', async ({ page }) => {
  const { stream } = await travel(page, 'order.mistake-applies-todays-rule.by-leaving-out.ts');
  await expect(stream).toContainText('Yours and the solution come to the same after every event.');
  await expect(stream).toContainText(
    'They part in a future in which LineAdded comes instead of something else.',
  );
  await stream.getByRole('button', { name: 'Go there' }).click();
  await expect(stream.getByRole('radio', { name: /^LineAdded.*45/ })).toBeChecked();
  await expect(stream.locator('.travel-future')).toContainText(
    'In this future yours and the solution part. First difference: revision 0, LineAdded.',
  );
});

test('it stays open from run to run', async ({ page }) => {
  const { bench, stream } = await travel(page);
  await bench.write(exerciseFile('order.solution.ts', place));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(stream).toContainText('come to the same after every event');
});

test.describe('without the tape of the solution', () => {
  test.use({ allowedErrors: [/ERR_FAILED|Failed to load resource/] });
  test('the own fold is shown alone, and the other fetched again', async ({ page }) => {
    await page.route('**/runtime/*.reference.*', (route) => route.abort());
    const { bench, stream } = await travel(page);
    await expect(stream.getByRole('columnheader')).toHaveText(['Field', 'Yours']);
    await page.unroute('**/runtime/*.reference.*');
    await bench.verdict.getByRole('button', { name: 'Try again' }).click();
    await expect(stream).toContainText('First difference: revision 1, LineAdded.');
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in it, and it fits a phone, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    const { stream } = await travel(page);
    await stream.getByRole('radio', { name: /^PortionsChanged/ }).check();
    await expect(stream.locator('.travel-future')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('.travel-panel').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await stream.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
}
