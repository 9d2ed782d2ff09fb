import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });

const solution = exerciseFile('user.solution.ts');
/** Longer than a run may take, and than every answer is waited for. */
const sleepMs = 12_000;

const wait = (ms: number) => `const until = Date.now() + ${ms}; while (Date.now() < until);`;
const slowToLoad = `${wait(1500)}\n${solution}`;
/** The first test that calls it is under way when the machine falls asleep. */
const slowToTest = `let waited = false;\n${solution.replace(
  /(changePassword\(.*\{)/,
  `$1 if (!waited) { waited = true; ${wait(700)} }`,
)}`;

test('a tab that is frozen during a run goes on where it was', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(solution);
  await bench.run();
  await bench.expectVerdict('passed');
  await bench.write(slowToLoad);
  const session = await page.context().newCDPSession(page);
  await bench.run();
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing');
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, sleepMs));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await bench.expectVerdict('passed');
});

test.describe('a machine that sleeps', () => {
  test.skip(process.platform === 'win32', 'processes cannot be stopped there');

  for (const [when, code, state] of [
    ['while the code loads', slowToLoad, 'testing'],
    ['during a test, which has one second', slowToTest, 'testing'],
    ['while it compiles', solution, 'compiling'],
  ] as const) {
    test(`${when} brings about no false verdict`, async ({ baseURL, playwright, launchOptions }) => {
      // A browser of its own: all its processes are stopped and go on later, as on a machine that sleeps.
      const server = await playwright.chromium.launchServer(launchOptions);
      const browser = await playwright.chromium.connect(server.wsEndpoint());
      const group = -server.process().pid!;
      try {
        const page = await browser.newPage({ baseURL: baseURL!, viewport: { width: 1280, height: 900 } });
        const bench = new Workbench(page);
        await bench.open();
        await bench.write(solution);
        await bench.run();
        await bench.expectVerdict('passed');
        await bench.write(code);
        const asleep = new Promise<void>((resolve) => {
          void page.exposeFunction('fallAsleep', () => {
            process.kill(group, 'SIGSTOP');
            setTimeout(() => {
              process.kill(group, 'SIGCONT');
              resolve();
            }, sleepMs);
          });
        });
        await bench.verdict.evaluate((panel, awaited) => {
          const observer = new MutationObserver(() => {
            if (panel.dataset['verdict'] !== awaited) return;
            observer.disconnect();
            (globalThis as unknown as { fallAsleep: () => void }).fallAsleep();
          });
          observer.observe(panel, { attributeFilter: ['data-verdict'] });
        }, state);
        // The click is answered by a browser that is awake.
        await Promise.all([asleep, bench.button('run').click({ timeout: 3 * sleepMs })]);
        await expect(bench.verdict).not.toHaveAttribute('data-verdict', /compiling|testing/, {
          timeout: 25_000,
        });
        await bench.expectVerdict('passed');
      } finally {
        process.kill(group, 'SIGCONT');
        await browser.close();
        await server.close();
      }
    });
  }
});
