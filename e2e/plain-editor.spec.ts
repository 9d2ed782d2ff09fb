import AxeBuilder from '@axe-core/playwright';
import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { exerciseFile, Workbench } from './workbench.ts';

const fullEditor = /_astro\/open-editor\.[^/]*\.js/;
const slow = { timeout: 30_000 };
const kakaoAndLine = { exercise: 'events/kakao-and-line', lesson: 'events/publisher-and-handlers' };

/** The text area of the shown file. */
const areaOf = (bench: Workbench): Locator => bench.root.locator('.bench-editor textarea');

/** As somebody who prefers the plain editor. */
async function openPlain(bench: Workbench): Promise<Locator> {
  const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');
  await bench.page.addInitScript((key) => {
    // The sandboxed frame has no storage.
    if (self === top) localStorage.setItem(key, '{"editor":"plain"}');
  }, `past-tense:${base}:preferences`);
  return open(bench);
}

async function open(bench: Workbench): Promise<Locator> {
  await bench.come();
  await bench.button('open').click();
  const area = areaOf(bench);
  await expect(area).toHaveValue(/\S/, slow);
  return area;
}

async function chooseInMenu(bench: Workbench, item: string): Promise<void> {
  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.root.getByRole('button', { name: item }).click();
}

const textUpToCursor = (area: Locator): Promise<string> =>
  area.evaluate((element: HTMLTextAreaElement) => element.value.slice(0, element.selectionStart));

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('an exercise is solved in the plain editor, in Korean, without loading the full one', async ({
    page,
  }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const bench = new Workbench(page, 'ko');
    await bench.come();
    await bench.button('open').tap();
    const area = bench.root.getByRole('textbox', { name: /^user\.ts\. Tab 키로/ });
    await area.tap();
    await expect(area).toBeFocused();
    await area.fill(exerciseFile('user.solution.ts'));
    await bench.button('run').tap();

    await bench.expectVerdict('passed');
    expect(requested.filter((url) => fullEditor.test(url))).toEqual([]);
    await expect(bench.root.locator('.plain-notice')).toHaveCount(0);
  });

  test('letters are large enough that no browser zooms in', async ({ page }) => {
    const area = await open(new Workbench(page));
    const size = await area.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
  });

  test('who wants the full editor gets it, in the next exercise too', async ({ page }) => {
    test.slow(); // Monaco is loaded more than once.
    const bench = new Workbench(page);
    await open(bench);
    await chooseInMenu(bench, 'Use the full editor');
    await expect(bench.lines).toContainText('EventFactory', slow);

    const next = new Workbench(page, 'en', kakaoAndLine);
    await next.come();
    await next.button('open').tap();
    await expect(next.lines).toContainText(/\S/, slow);
  });
});

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('a long line wraps, and nothing makes the page wider', async ({ page }) => {
    const bench = new Workbench(page);
    const area = await open(bench);
    await area.fill(`export const long = '${'매우 긴 줄 '.repeat(40)}${'x'.repeat(300)}';`);

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const code = bench.root.locator('.prism-code-editor');
    expect(await code.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });
});

test('exchanging the editor keeps text, file, verdict and draft, and is remembered', async ({ page }) => {
  test.slow(); // Monaco is loaded more than once.
  const bench = new Workbench(page, 'en', kakaoAndLine);
  await bench.open();
  await bench.show('welcome-by-line.ts');
  await bench.write('export const mine = 1;');
  await bench.run();
  await bench.expectVerdict('failed');
  await chooseInMenu(bench, 'Use the plain editor');
  const area = areaOf(bench);
  await expect(area).toHaveValue('export const mine = 1;', slow);
  await expect(area).toHaveAccessibleName(/^welcome-by-line\.ts/);
  await expect(bench.verdict).toHaveAttribute('data-verdict', 'failed');
  await area.fill('export const mine = 2;');

  await page.reload();
  await bench.root.scrollIntoViewIfNeeded();
  await expect(area).toHaveValue(/\S/, slow);
  await bench.show('welcome-by-line.ts');
  await expect(area).toHaveValue('export const mine = 2;');
  await chooseInMenu(bench, 'Use the full editor');
  await expect(bench.root.locator('.view-lines')).toHaveText('export const mine = 2;', slow);
});

test('what is written while the full editor is loading goes over into it', async ({ page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route(fullEditor, async (route) => {
    await gate.promise;
    await route.continue();
  });
  const bench = new Workbench(page);
  const area = await openPlain(bench);
  const monaco = bench.root.locator('.view-lines');
  await chooseInMenu(bench, 'Use the full editor');
  await expect(bench.root.getByRole('status').filter({ hasText: 'is loading' })).toBeVisible();
  await area.fill('export const meanwhile = 1;');
  await area.focus();
  gate.resolve();

  await expect(monaco).toHaveText('export const meanwhile = 1;', slow);
  await page.keyboard.type('//');
  await expect(monaco, 'it has the focus').toHaveText('//export const meanwhile = 1;');
});

test.describe('where Monaco cannot be loaded', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('the plain editor takes its place, and the full one can be tried again without a reload', async ({
    page,
  }) => {
    await page.route(fullEditor, (route) => route.abort());
    const bench = new Workbench(page);
    const area = await open(bench);
    await area.fill('export const mine = 1;');
    const retry = bench.root.getByRole('button', { name: 'Load the full editor' });
    const status = bench.root.getByRole('status').filter({ hasText: 'could not be loaded' });
    await expect(status).toBeVisible();

    await retry.click();
    await expect(status).toBeVisible(slow);
    await expect(retry).toBeFocused();
    await area.press('ControlOrMeta+Z');
    await expect(area, 'its history is still there').toHaveValue(/EventFactory/);
    await area.press('ControlOrMeta+Shift+Z');

    await page.unroute(fullEditor);
    await retry.click();
    await expect(bench.root.locator('.view-lines')).toHaveText('export const mine = 1;', slow);
    await expect(retry).toHaveCount(0);
    await page.keyboard.type('//');
    await expect(bench.root.locator('.view-lines')).toHaveText('//export const mine = 1;');
  });
});

test('the keyboard: Enter indents, Tab leaves, Ctrl+Enter runs', async ({ page }) => {
  const bench = new Workbench(page);
  const area = await openPlain(bench);
  await area.fill('');
  await area.pressSequentially('class User {\nname = () => {\nreturn 1;\n}\n}');
  await expect(area).toHaveValue('class User {\n  name = () => {\n    return 1;\n  }\n}');

  await area.press('Control+Enter');
  await bench.expectVerdict('failed');
  await expect(area).toBeFocused();
  await area.press('Tab');
  await expect(area).not.toBeFocused();
  await expect(area).toHaveValue(/^class User \{\n {2}name = \(\) => \{\n {4}return 1;\n {2}\}\n\}$/);
});

test('each file has its own history, and Reset is a step in it', async ({ page }) => {
  const bench = new Workbench(page, 'en', kakaoAndLine);
  const area = await openPlain(bench);
  await bench.show('welcome-by-kakao.ts');
  const starter = await area.inputValue();
  await area.press('ControlOrMeta+Home');
  await page.keyboard.type('// kakao');
  await bench.show('welcome-by-line.ts');
  await area.press('ControlOrMeta+Home');
  await page.keyboard.type('// line');
  await bench.show('welcome-by-kakao.ts');
  await bench.button('reset').click();
  await expect(area).toHaveValue(starter);
  await expect(bench.button('reset')).toBeDisabled();

  await area.press('ControlOrMeta+Z');
  await expect(area).toHaveValue(`// kakao${starter}`);
  // Typing is one step or several, by the pauses in it.
  await expect(async () => {
    await area.press('ControlOrMeta+Z');
    expect(await area.inputValue()).toBe(starter);
  }).toPass();
  await bench.show('welcome-by-line.ts');
  await area.press('ControlOrMeta+Z');
  await expect(area).toHaveValue(/^\/\/ line/);
});

test('a given file can be read, and not written', async ({ page }) => {
  const bench = new Workbench(page);
  const area = await openPlain(bench);
  await bench.show('events.ts');
  await expect(area).toHaveValue(/PasswordChanged/);
  await expect(area).not.toBeEditable();
});

test('what does not compile is underlined, with its message at the cursor', async ({ page }) => {
  const bench = new Workbench(page);
  const area = await openPlain(bench);
  await area.fill("// 한글 주석입니다\nexport class User {}\n\tconst 이름 = '🍜' '면';\n");
  await bench.run();
  await bench.expectVerdict('refused');
  const message = bench.root.locator('.plain-message');
  await expect(bench.root.locator('.plain-marks u')).toHaveText("'면'");
  await expect(area).toHaveAttribute('aria-invalid', 'true');
  await expect(message).toBeEmpty();

  await bench.verdict.getByRole('button', { name: 'user.ts, line 3' }).click();
  await expect(area).toBeFocused();
  expect(await textUpToCursor(area)).toBe("// 한글 주석입니다\nexport class User {}\n\tconst 이름 = '🍜' ");
  await expect(message).toContainText('Expected ";"');
  await page.keyboard.type('+ ');
  await expect(message).toBeEmpty();
  await expect(bench.root.locator('.plain-marks u')).toHaveCount(0);
});

test('a syllable that is being composed is kept by Enter and by the highlighting', async ({ page }) => {
  const bench = new Workbench(page);
  const area = await openPlain(bench);
  await area.fill('  // ');
  await area.press('ControlOrMeta+End');
  await compose(page, ['ㅎ', '하', '한']);
  await expect(area).toHaveValue('  // 한');
  await expect(bench.root.locator('.pce-line .comment')).toHaveText('// 한');
  await page.keyboard.insertText('한');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('글');

  await expect(area).toHaveValue('  // 한\n  글');
});

async function compose(page: Page, steps: readonly string[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (const text of steps) {
    await browser.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}

test('an open comparison follows the exchange of the editor', async ({ page }) => {
  test.slow(); // Monaco is loaded more than once.
  const bench = new Workbench(page);
  await bench.open();
  await bench.root.getByRole('button', { name: 'Compare with the solution' }).click();
  await bench.root.getByRole('button', { name: 'Show the solution' }).click();
  const difference = bench.root.locator('.comparison-difference .monaco-diff-editor');
  await expect(difference).toBeVisible(slow);
  await chooseInMenu(bench, 'Use the plain editor');
  await expect(bench.root.getByLabel('Official solution: user.ts')).toBeVisible(slow);
  await chooseInMenu(bench, 'Use the full editor');
  await expect(difference).toBeVisible(slow);
});

test('code from elsewhere stays beside the own when the editor is exchanged', async ({ page }) => {
  test.slow(); // Monaco is loaded more than once.
  const bench = new Workbench(page);
  await bench.open();
  await bench.root.locator('input[type="file"]').setInputFiles({
    name: 'user.ts',
    mimeType: 'text/plain',
    buffer: Buffer.from('export const other = 1;'),
  });
  const difference = bench.root.locator('.proposal .monaco-diff-editor');
  await expect(difference).toContainText('other', slow);
  await chooseInMenu(bench, 'Use the plain editor');
  await expect(bench.root.locator('.proposal textarea').last()).toHaveValue('export const other = 1;', slow);
  await chooseInMenu(bench, 'Use the full editor');
  await expect(difference).toContainText('other', slow);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the plain editor, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    const area = await openPlain(bench);
    await area.fill("/* note */ export const a: number = f(`${1}`, 'b', /c/, true) => ;");
    await bench.run();
    await bench.expectVerdict('refused');
    await bench.verdict.getByRole('button', { name: 'user.ts, line 1' }).click();
    const { violations } = await new AxeBuilder({ page })
      .include('#exercise-aggregates-change-password')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    const low = await bench.root.locator('.pce-line .token').evaluateAll((tokens) => {
      const luminance = (colour: string) => {
        const [red, green, blue] = colour.match(/[\d.]+/g)!.map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
      };
      const background = getComputedStyle(tokens[0]!.closest('.prism-code-editor')!).backgroundColor;
      return tokens.filter((token) => {
        const [less, more] = [luminance(getComputedStyle(token).color), luminance(background)].toSorted(
          (one, other) => one - other,
        );
        return (more! + 0.05) / (less! + 0.05) < 4.5;
      }).length;
    });
    expect(low, 'tokens with too little contrast').toBe(0);
  });
}
