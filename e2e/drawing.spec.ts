import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const place = { exercise: 'events/read-the-wall', lesson: 'events/reading-the-wall' };
const file = (name: string) => exerciseFile(name, place);

async function open(page: Page): Promise<Workbench> {
  const bench = new Workbench(page, 'en', place);
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
