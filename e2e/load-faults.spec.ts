import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

test.describe.configure({ timeout: 90_000 });
test.use({ allowedErrors: [/Failed to load resource/] });

const slow = { timeout: 30_000 };
const solution = exerciseFile('user.solution.ts');
const html = '<!doctype html><title>Past Tense</title><p>Not the file that was asked for.</p>';

/** What can come in the place of a file; neighbours differ in what is said of them. */
const faults = {
  'nothing: 404': { says: /404/, reason: 'damaged' },
  "200 with the site's page": { says: /not the file that belongs to this page/, reason: 'damaged' },
  'a page that says 404': { says: /404/, reason: 'damaged' },
  'half of it': { says: /not the file that belongs to this page/, reason: 'damaged' },
  'a broken connection': { says: /Failed to fetch/, reason: 'unreachable' },
} as const;
type Fault = keyof typeof faults;
const all = Object.entries(faults) as [Fault, (typeof faults)[Fault]][];

const reasons = {
  damaged: 'Files of this site are damaged or missing.',
  unreachable: 'The site did not answer, or the connection broke.',
} as const;

/** Puts one fault after the other in the place of a file, and counts how often the page asked. */
async function breakFile(page: Page, pattern: string, first: Fault) {
  let fault = first;
  let asked = 0;
  await page.route(pattern, async (route) => {
    asked += 1;
    switch (fault) {
      case 'nothing: 404':
        return route.fulfill({ status: 404, contentType: 'text/plain', body: 'gone' });
      case "200 with the site's page":
        return route.fulfill({ status: 200, contentType: 'text/html', body: html });
      case 'a page that says 404':
        return route.fulfill({ status: 404, contentType: 'text/html', body: html });
      case 'half of it': {
        const response = await route.fetch();
        const body = await response.body();
        return route.fulfill({ response, body: body.subarray(0, body.length / 2) });
      }
      case 'a broken connection':
        return route.abort('connectionreset');
    }
  });
  return {
    become: (next: Fault) => void (fault = next),
    asked: () => asked,
    mend: () => page.unroute(pattern),
  };
}

for (const [part, pattern, headline] of [
  ['sandbox', '**/runtime/sandbox.*.json', 'The test runner could not be loaded'],
  [
    'exercise',
    /runtime\/aggregates\.change-password\.[0-9a-f]+\.json/,
    'The test runner could not be loaded',
  ],
  ["compiler's script", '**/_astro/compile.worker-*.js', 'The compiler could not be loaded'],
  ['compiler', '**/runtime/esbuild.*.wasm.gz', 'The compiler could not be loaded'],
] as const) {
  test(`whatever comes in the place of the ${part}, Run says so, and Try again works`, async ({ page }) => {
    const file = await breakFile(page, pattern as string, all[0]![0]);
    const bench = new Workbench(page);
    await bench.open();
    await bench.write(solution);
    for (const [index, [fault, { says, reason }]] of all.entries()) {
      file.become(fault);
      if (index === 0) await bench.run();
      else await bench.root.getByRole('button', { name: 'Try again' }).click();
      await expect(bench.verdict.locator('.verdict-technical'), fault).toHaveText(says);
      await expect(bench.verdict, fault).toContainText(reasons[reason]);
      await expect(bench.headline).toContainText(headline);
      await expect(bench.lines, 'the code is as it was').toContainText('changePassword');
    }
    await file.mend();
    await bench.root.getByRole('button', { name: 'Try again' }).click();
    await bench.expectVerdict('passed');
    await expect(bench.root.locator('.download-failed')).toHaveText('');
  });
}

for (const [part, pattern] of [
  ['Monaco', '**/_astro/open-editor.*.js'],
  ["Monaco's worker", '**/_astro/editor.worker-*.js'],
] as const) {
  test(`whatever comes in the place of ${part}, the plain editor stands in until it is whole`, async ({
    page,
  }) => {
    const file = await breakFile(page, pattern, all[0]![0]);
    const bench = new Workbench(page);
    await bench.come();
    await bench.button('open').click();
    const area = bench.root.locator('.bench-editor textarea');
    await area.fill('export class User { /* mine */ }', slow);
    const again = bench.root.getByRole('button', { name: 'Load the full editor' });
    for (const [index, [fault, { reason }]] of all.entries()) {
      const before = file.asked();
      file.become(fault);
      if (index > 0) {
        await again.click();
        await expect.poll(file.asked, { message: fault }).toBeGreaterThan(before);
      }
      await expect(bench.root.locator('.plain-notice'), fault).toContainText(reasons[reason]);
      await expect(area).toHaveValue(/mine/);
    }
    await file.mend();
    await again.click();
    await expect(bench.lines).toContainText('/* mine */', slow);
    await expect(bench.root.locator('.plain-notice')).toHaveCount(0);
  });
}

test('whatever comes in the place of TypeScript, the workbench says so, and it can be loaded again', async ({
  page,
}) => {
  const file = await breakFile(page, '**/_astro/typescript.worker-*.js', all[0]![0]);
  const bench = new Workbench(page);
  await bench.open();
  const notice = bench.root.locator('.download-failed');
  await expect(notice).toContainText('TypeScript could not be loaded', slow);
  for (const [fault, { reason }] of all) {
    const before = file.asked();
    file.become(fault);
    await notice.getByRole('button', { name: 'Load again' }).click();
    await expect.poll(file.asked, { message: fault }).toBeGreaterThan(before);
    await expect(notice, fault).toContainText(reasons[reason]);
  }
  await file.mend();
  await notice.getByRole('button', { name: 'Load again' }).click();
  await expect(notice).toHaveText('', slow);
  await bench.write("const dishes = ['soup'];\ndishes.toSorte();\n");
  await expect(bench.root).toContainText('toSorte', slow);
});

for (const [part, pattern] of [
  ['workbench', '**/_astro/OpenWorkbench.*.js'],
  ['plain editor, where that is wanted,', '**/_astro/open-plain-editor.*.js'],
] as const) {
  test(`whatever comes in the place of the ${part} the lesson says so, and its button tries again`, async ({
    page,
  }) => {
    if (part !== 'workbench') await page.setViewportSize({ width: 600, height: 900 });
    const file = await breakFile(page, pattern, all[0]![0]);
    const bench = new Workbench(page);
    await bench.come();
    for (const [fault, { reason }] of all) {
      file.become(fault);
      const before = file.asked();
      await bench.button('open').click();
      await expect.poll(file.asked, { message: fault }).toBeGreaterThan(before);
      const text = { damaged: 'damaged or missing', unreachable: 'Check the connection and try again' };
      await expect(bench.root, fault).toContainText(text[reason]);
    }
    await file.mend();
    await bench.button('open').click();
    await expect(bench.root.locator('.bench-editor :is(.view-lines, .pce-wrapper)')).toContainText(
      'EventFactory',
      slow,
    );
  });
}

test('in Korean a damaged file is told in Korean', async ({ page }) => {
  await breakFile(page, '**/runtime/sandbox.*.json', "200 with the site's page");
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await bench.run();
  await bench.expectVerdict('unavailable');
  await expect(bench.headline).toContainText('테스트 러너를 불러오지 못해');
  await expect(bench.verdict).toContainText('사이트의 파일이 손상되었거나 없습니다.');
});

test('where the browser cannot hash, half a file is noticed, and a whole one runs', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
  const file = await breakFile(page, '**/runtime/esbuild.*.wasm.gz', 'half of it');
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(solution);
  await bench.run();
  await bench.expectVerdict('unavailable');
  await expect(bench.verdict).toContainText(reasons.damaged);
  await file.mend();
  await bench.root.getByRole('button', { name: 'Try again' }).click();
  await bench.expectVerdict('passed');
});
