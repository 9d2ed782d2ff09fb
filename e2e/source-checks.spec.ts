import type { Page } from '@playwright/test';
import { exchangeBundle } from './exchange-bundle.ts';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

const worker = '**/_astro/typescript.worker-*.js';
const opened = 'registerEvent stays protected';

/** The lesson's exercise has no such checks: the page gets these in its bundle. */
const checks = [
  {
    kind: 'types',
    name: 'only the user registers events',
    says: opened,
    snippet:
      "import type { User } from './user.ts';\ndeclare const user: User;\nuser.registerEvent({} as never); // refused",
    refused: [3],
  },
  {
    kind: 'imports',
    name: 'the user imports only the library and its events',
    says: 'A user that knows more is harder to test',
    files: ['./user.ts'],
    may: ['past-tense/index.ts', './events.ts'],
  },
];

const solution = exerciseFile('user.solution.ts');
/** The same, but everybody can call what AggregateRoot protects. */
const openedSolution = solution.replace(
  /(class User extends [^{]*\{)/,
  '$1 override registerEvent<T extends PasswordChanged>(event: T): T { return super.registerEvent(event); }',
);

const withChecks = (page: Page, added: readonly object[] = checks): Promise<void> =>
  exchangeBundle(page, (bundle) => ({ ...bundle, checks: added }));

function workersOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (/(typescript|ts)\.worker-/.test(request.url())) urls.push(request.url());
  });
  return urls;
}

const editors = {
  Monaco: {
    open: (bench: Workbench) => bench.open(),
    write: (bench: Workbench, text: string) => bench.write(oneLine(text)),
  },
  'the plain editor': {
    async open(bench: Workbench) {
      await bench.page.route('**/_astro/open-editor.*.js', (route) => route.abort());
      await bench.come();
      await bench.button('open').click();
    },
    write: (bench: Workbench, text: string) => bench.root.getByRole('textbox').fill(text),
  },
};

for (const [name, { open, write }] of Object.entries(editors)) {
  test.describe(`with ${name}`, () => {
    test.use({ allowedErrors: name === 'Monaco' ? [] : [/Failed to load resource/] });

    test('types and imports are judged as requirements, by one download of TypeScript', async ({ page }) => {
      const workers = workersOf(page);
      await withChecks(page);
      const bench = new Workbench(page);
      await open(bench);
      await write(bench, solution);
      await bench.run();
      await bench.expectVerdict('passed');
      await expect(bench.headline).toHaveText('Passed: all 14 requirements hold.');

      await write(bench, openedSolution);
      await bench.run();
      await bench.expectVerdict('failed');
      await expect(bench.headline).toHaveText('Not yet: 1 of 14 requirements fail.');
      const failed = bench.verdict.locator('details[open]');
      await expect(failed).toContainText('only the user registers events');
      await expect(failed.locator('.error-lesson')).toHaveText(opened);
      await expect(failed.locator('.error-message')).toContainText('user.registerEvent({} as never);');

      await write(bench, `import type { Clock } from 'past-tense/testing';\n${solution}`);
      await bench.run();
      await bench.expectVerdict('failed');
      await expect(bench.verdict.locator('details[open]')).toContainText("'past-tense/testing'");
      await bench.verdict.getByRole('button', { name: 'user.ts, line 1' }).click();

      // Another type error is the editor's to show; it keeps nobody from running.
      await write(bench, `${solution}\nexport const wrong: string = 1;`);
      await bench.run();
      await bench.expectVerdict('passed');
      expect(new Set(workers).size).toBe(1);
    });
  });
}

test.describe('without Monaco', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('an exercise without such checks never loads TypeScript', async ({ page }) => {
    const workers = workersOf(page);
    const bench = new Workbench(page);
    await editors['the plain editor'].open(bench);
    await editors['the plain editor'].write(bench, solution);
    await bench.run();

    await bench.expectVerdict('passed');
    expect(workers).toEqual([]);
  });

  test('where TypeScript cannot be loaded the verdict is "unavailable", and Try again works', async ({
    page,
  }) => {
    await withChecks(page);
    await page.route(worker, (route) => route.fulfill({ status: 404, body: 'gone' }));
    const bench = new Workbench(page);
    await editors['the plain editor'].open(bench);
    await editors['the plain editor'].write(bench, solution);
    await bench.run();

    await bench.expectVerdict('unavailable');
    await expect(bench.headline).toContainText('TypeScript could not be loaded');
    await page.unroute(worker);
    await bench.root.getByRole('button', { name: 'Try again' }).click();
    await bench.expectVerdict('passed');
  });
});

test.describe('when a type takes very long to check', () => {
  const slow = {
    kind: 'types',
    name: 'never ends',
    says: 'wait',
    snippet: [
      'type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;',
      'type Number = `${Digit}${Digit}${Digit}`;',
      'type Pairs<A, B> = A extends unknown ? (B extends unknown ? { a: A; b: B } : never) : never;',
      'export const pair: Pairs<Number, Number> = 1;',
      'export const another: Pairs<Number, Number | `0${Number}`> = 1;',
    ].join('\n'),
    refused: [],
  };

  test('Stop ends the run, and so does the limit, and neither passes', async ({ page }) => {
    await withChecks(page, [slow]);
    const bench = new Workbench(page);
    await bench.open();
    await bench.run();
    await expect(bench.verdict).toHaveAttribute('data-verdict', 'testing');
    await bench.button('stop').click();
    await bench.expectVerdict('cancelled');

    await bench.run();
    await expect(bench.verdict).toHaveAttribute('data-verdict', 'unavailable', { timeout: 25_000 });
    await expect(bench.verdict).toContainText('TypeScript gave no answer within 10 seconds.');
  });
});

/** The editor itself closes a brace or a comment that stands open at a line's end. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/\n\s*/g, ' ');
}
