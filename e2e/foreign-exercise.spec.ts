import { readFileSync } from 'node:fs';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { exchangeBundle } from './exchange-bundle.ts';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

test.use({ editor: 'plain' });

const sample = (name: string): string =>
  readFileSync(new URL(`../docs/bring-your-own/checkout/${name}`, import.meta.url), 'utf8');

/** On one line, without comments: the editor itself closes a brace or a comment that stands open at a line's end. */
const typed = (name: string): string =>
  sample(name)
    .replaceAll(/\/\*.*\*\//g, '')
    .replaceAll(/\n\s*/g, ' ');

/** The foreign hidden tests as a build would ship them, about the one file that the lesson's exercise lets edit. */
function hiddenTest(name: string): { path: string; role: 'test'; code: string } {
  const { outputText } = transpileModule(sample(name), {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  return { path: `./${name}`, role: 'test', code: outputText.replaceAll('"./checkout"', '"./user.ts"') };
}

const requirements = [
  'the total > of 1 rolls is 3500 won',
  'the total > of 9 rolls is 31500 won',
  'the total > of 10 rolls is 31500 won',
  'the total > of 11 rolls is 34650 won',
  'the total > of 10 at 333 won is rounded down to 2997',
  'the total > of 11 at 111 won is rounded down to 1098',
  'the total > counts each product for itself',
  "the checkout of 'Mina' > charges once and tells that it was paid",
  "the checkout of 'Mina' > tells nobody when the payment is refused",
  "the checkout of 'Jun' > charges once and tells that it was paid",
  "the checkout of 'Jun' > tells nobody when the payment is refused",
  'refuses an empty order before the gateway is asked',
  'checkout, tested with Jest > asks 9000 won for 1 bowls',
  'checkout, tested with Jest > asks 81000 won for 10 bowls',
  'checkout, tested with Jest > is refused by a gateway that is refusing for once',
  'checkout, tested with Jest > passes on what the gateway throws',
  'checkout, tested with Jest > writes nothing to the console',
];

test('hidden tests written elsewhere for Vitest and Jest run in the sandbox of the page', async ({
  page,
}) => {
  const tests = ['checkout.test.ts', 'checkout-by-jest.test.ts'].map(hiddenTest);
  const all = tests.map(({ path }) => `require(${JSON.stringify(path)});`).join('\n');
  // The course has no such exercise: the page gets these tests in the place of the lesson's own.
  await exchangeBundle(page, (bundle) => ({
    ...bundle,
    fixed: [...tests, { path: './all.test.ts', role: 'test', code: all }],
    plan: { entry: './all.test.ts', trials: [] },
    tests: requirements,
    fingerprints: {},
  }));
  const bench = new Workbench(page);
  await bench.open();

  await bench.write(typed('checkout.solution.ts'));
  await bench.run();
  await bench.expectVerdict('passed');
  await expect(bench.headline).toHaveText(`Passed: all ${requirements.length} requirements hold.`);

  await bench.write(typed('checkout.mistake-tells-before-paying.ts'));
  await bench.run();
  await bench.expectVerdict('failed');
  await expect(bench.verdict).toContainText('tells nobody when the payment is refused');
});
