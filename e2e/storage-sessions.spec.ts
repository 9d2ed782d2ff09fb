import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { expect, test as base } from './test.ts';
import { storedText } from './stored.ts';
import { exerciseFile, Workbench } from './workbench.ts';

// Faults that need a browser of their own, on a profile that outlives it. Their numbers are those of docs/corpus.md.
type Profile = {
  /** Starts a browser on the profile. */
  readonly start: () => Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  /** Ends it as the power does, without a word. */
  readonly kill: (context: BrowserContext) => Promise<void>;
  readonly folder: string;
};

const test = base.extend<{ profile: Profile }>({
  profile: async ({ baseURL, launchOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'past-tense-profile-'));
    const started: BrowserContext[] = [];
    await use({
      folder,
      async start() {
        const context = await chromium.launchPersistentContext(folder, {
          ...launchOptions,
          baseURL: baseURL!,
          viewport: { width: 600, height: 900 },
          locale: 'en-US',
        });
        started.push(context);
        return { context, page: context.pages()[0] ?? (await context.newPage()) };
      },
      async kill(context) {
        const closed = new Promise((resolve) => context.once('close', resolve));
        // Chromium writes `<host>-<process>` there.
        process.kill(Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
        await closed;
      },
    });
    for (const context of started) await context.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

// With a profile that outlives it, Chromium itself asks its maker for updates and accounts.
test.use({ allowedErrors: [/left for another host: \w+ \S*(?:update\.googleapis|accounts\.google)\.com/] });

const codeWith = (text: string) => `export class User { /* ${text} */ }`;

async function expectDraft(page: Page, text: string): Promise<void> {
  const bench = new Workbench(page);
  await bench.come();
  await expect(bench.lines).toContainText(text, { timeout: 25_000 });
}

for (const delayMs of [0, 300, 3_000]) {
  test(`S11: a draft is kept when the browser is killed ${delayMs} ms after it was stored`, async ({
    profile,
  }) => {
    test.slow();
    const { context, page } = await profile.start();
    const bench = new Workbench(page);
    await bench.open();
    await bench.write(codeWith('before the end'));
    await expect.poll(() => storedText(page), { intervals: [50] }).toContain('before the end');
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await profile.kill(context);

    await expectDraft((await profile.start()).page, 'before the end');
  });
}

test('S11: code that takes the browser with it when it runs is kept', async ({ profile }) => {
  test.slow();
  const { context, page } = await profile.start();
  const bench = new Workbench(page);
  await bench.open();
  await bench.write('export class User {} /* the last one */ while (true);');
  await bench.run();
  await expect(bench.headline).toHaveText(/^Running/, { timeout: 25_000 });
  await profile.kill(context);

  await expectDraft((await profile.start()).page, 'the last one');
});

test('S11: a pass is kept when the browser is killed the moment it is shown', async ({ profile }) => {
  test.slow();
  const { context, page } = await profile.start();
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(exerciseFile('user.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await profile.kill(context);

  const again = await profile.start();
  await again.page.goto('en/progress/');
  await expect(again.page.locator('[data-exercise="aggregates/change-password"] .state')).toHaveText(
    /^passed on /,
  );
});

test('S03: where the browser blocks the site’s data, the learner is told and can still pass', async ({
  profile,
}) => {
  test.slow();
  mkdirSync(join(profile.folder, 'Default'));
  // "Block all site data" of the browser's settings.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile.folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const { page } = await profile.start();
  const errors: string[] = [];
  // Starlight's own inline scripts read the theme without asking; the page goes on in the browser's.
  const ofTheme = /'localStorage'.*Access is denied|StarlightThemeProvider is not defined/;
  page.on('pageerror', ({ message }) => errors.push(message));
  const bench = new Workbench(page);
  await bench.open();
  const refusals = await page.evaluate(() => {
    const nameOf = (work: () => unknown) => {
      try {
        work();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [nameOf(() => localStorage.length), nameOf(() => sessionStorage.length)];
  });
  expect(refusals).toEqual(['SecurityError', 'SecurityError']);
  await bench.write(exerciseFile('user.solution.ts'));
  await expect(bench.root.getByRole('region', { name: 'Storage' })).toContainText(
    'Your browser stores nothing for this site.',
  );
  await bench.run();
  await bench.expectVerdict('passed');
  const downloading = page.waitForEvent('download');
  await bench.root.getByRole('button', { name: 'Export to a file' }).click();
  await downloading;
  await page.goto('ko/progress/');
  await expect(page.locator('learner-data .actions').first()).toBeVisible();
  expect(errors.filter((message) => !ofTheme.test(message))).toEqual([]);
});
