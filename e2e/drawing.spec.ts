import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'events/read-the-wall', lesson: 'events/reading-the-wall' };
const file = (name: string) => exerciseFile(name, place);

const saving = { exercise: 'aggregates/publish-on-save', lesson: 'aggregates/publish-on-save' };
const channels = { exercise: 'events/kakao-and-line', lesson: 'events/publisher-and-handlers' };

async function open(page: Page, where = place, locale: 'en' | 'ko' = 'en'): Promise<Workbench> {
  const bench = new Workbench(page, locale, where);
  await bench.open();
  return bench;
}

test('the wall appears with the first Run, and assembles itself in the solution', async ({ page }) => {
  const bench = await open(page);
  const wall = bench.verdict.getByRole('figure', { name: 'The wall that your code describes' });
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(wall.locator('.note[data-note="none"]')).toHaveCount(14);
  await expect(wall.locator('ol')).toHaveCount(0);
  await expect(wall.getByText('look again')).toHaveCount(0);

  await bench.write(file('wall.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  const chains = wall.getByRole('list');
  await expect(chains).toHaveCount(2);
  await expect(chains.first().locator('.note')).toHaveCount(5);
  await expect(chains.first().locator('.note').nth(1)).toContainText('The password was changed');
  await expect(chains.first().locator('.note').nth(1)).toContainText('PasswordChanged');
  await expect(chains.last().locator('.note')).toHaveCount(9);
});

test('a wrong note says so in words', async ({ page }) => {
  const bench = await open(page);
  await bench.write(file('wall.mistake-wish-as-event.ts'));
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.verdict.locator('.note[data-wrong]')).toHaveCount(1);
  await expect(bench.verdict.locator('.note[data-wrong]')).toContainText('SmsShouldBeSent');
  await expect(bench.verdict.locator('.note[data-wrong]')).toContainText('look again');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a drawing, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = await open(page);
    await bench.write(file('wall.mistake-wish-as-event.ts').replace('next: [7]', 'next: []'));
    await bench.run();
    await bench.expectVerdict('failed');
    const { violations } = await new AxeBuilder({ page }).include('.drawn-wall').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('on a phone a drawing is as wide as its verdict', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bench = await open(page);
  await bench.run();
  await bench.expectVerdict('failed');
  const wall = bench.verdict.locator('.drawn-wall');
  expect(await wall.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

const clears = exerciseFile('publishing-repository.mistake-never-clears.ts', saving);

test('a board says of each call what the code did, whether that is right, and what the contract is', async ({
  page,
}) => {
  const bench = await open(page, saving);
  await bench.write(clears);
  await bench.run();
  await bench.expectVerdict('failed');
  const board = bench.verdict.getByRole('table', { name: 'What each call publishes, and what stays' });
  await expect(board.getByRole('columnheader')).toHaveText([
    'Call',
    'Yours publishes',
    'Still pending',
    'The contract',
  ]);
  const save = board
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'save(noodles)', exact: true }) });
  await expect(save.getByRole('cell').nth(0)).toContainText('MenuPriced of noodles');
  await expect(save.getByRole('cell').nth(0)).toContainText('right');
  await expect(save.getByRole('cell').nth(1)).toContainText('MenuShown');
  await expect(save.getByRole('cell').nth(1)).toContainText('wrong');
  await expect(save.getByRole('cell').nth(2)).toHaveText(/publishes all, keeps none/);

  await bench.write(exerciseFile('publishing-repository.solution.ts', saving));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(board.locator('[data-mark="right"]')).toHaveCount(24);
  await expect(board.locator('[data-mark="wrong"], [data-mark="not-reached"]')).toHaveCount(0);
});

for (const [theme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`axe finds nothing in a board, and it is a table as wide as its verdict: ${theme}, ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 844 });
    const bench = await open(page, saving, 'ko');
    await bench.write(clears);
    await bench.run();
    await bench.expectVerdict('failed');
    const board = bench.verdict.locator('.drawn-board');
    const { violations } = await new AxeBuilder({ page }).include('.drawn-board').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await board.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await expect(bench.verdict.getByRole('table').getByRole('row')).toHaveCount(13);
    await expect(bench.verdict.getByRole('table').getByRole('columnheader')).toHaveCount(4);
  });
}

test('old files that were changed are counted', async ({ page }) => {
  const bench = await open(page, channels);
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.verdict.getByRole('table', { name: 'Old files changed: 0' })).toBeVisible();
  await bench.show('welcome-by-email.ts');
  await bench.write(exerciseFile('welcome-by-email.mistake-edits-the-email-handler.ts', channels));
  await bench.run();
  const counted = bench.verdict.getByRole('table', { name: 'Old files changed: 1' });
  await expect(counted.getByRole('row', { name: 'welcome-by-email.ts' })).toContainText('changed');
  await expect(counted.getByRole('row', { name: 'sign-up-service.ts' })).toContainText('as it was');
});
