import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });

const solution = exerciseFile('user.solution.ts');
/** Longer than a run may take, and than every answer is waited for. */
const sleepMs = 12_000;

/** Code that waits for a time of day: it is under way when the machine falls asleep, and would not wait once more. */
const waiting = () => `while (Date.now() < ${Date.now() + 5_000});`;
const slowToLoad = () => `${waiting()}\n${solution}`;
const slowToTest = () => solution.replace(/(changePassword\(.*\{)/, `$1 ${waiting()}`);

test('a tab that is frozen during a run goes on where it was', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(solution);
  await bench.run();
  await bench.expectVerdict('passed');
  await bench.write(slowToLoad());
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

  for (const [when, code, afterMs] of [
    ['while the code loads', slowToLoad, 1_000],
    ['during a test, which has one second', slowToTest, 1_000],
    ['as soon as it begins', () => `${solution}\n// changed`, 0],
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
        await bench.write(code());
        const { promise: asleep, resolve: awake } = Promise.withResolvers<void>();
        await page.exposeFunction('fallAsleep', () => {
          setTimeout(() => process.kill(group, 'SIGSTOP'), afterMs);
          setTimeout(() => {
            process.kill(group, 'SIGCONT');
            awake();
          }, afterMs + sleepMs);
        });
        await bench.button('run').evaluate((button) => {
          const global = globalThis as unknown as { fallAsleep: () => void };
          button.addEventListener('click', () => global.fallAsleep(), { once: true });
        });
        await bench.rerun(async () => {
          // The click is answered by a browser that is awake.
          await Promise.all([asleep, bench.button('run').click({ timeout: 3 * sleepMs })]);
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
