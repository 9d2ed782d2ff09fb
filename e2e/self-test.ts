import { expect, type Page } from '@playwright/test';

const parts = ['host', 'isolation', 'compiler', 'judging', 'storage'] as const;

/** Runs the self-test of the site, and gives what it found of each part: `good`, `note` or `bad`. */
export async function selfTest(page: Page): Promise<Record<string, string | null>> {
  await page.goto('en/doctor/');
  await page.getByRole('button', { name: 'Start the test' }).click();
  await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible({ timeout: 60_000 });
  const states = parts.map(async (part) => [
    part,
    await page.locator(`[data-part="${part}"]`).getAttribute('data-state'),
  ]);
  return Object.fromEntries(await Promise.all(states)) as Record<string, string | null>;
}
