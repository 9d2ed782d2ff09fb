import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

/** An exercise with two files to edit. */
const twoFiles = { exercise: 'aggregates/created-once', lesson: 'aggregates/publish-on-save' };

/** TypeScript comes after the editor. */
const patient = { timeout: 60_000 };
test.describe.configure({ timeout: 150_000 });

const typeErrors = (bench: Workbench): Locator => bench.root.locator('.type-errors');
const focusInEditor = (bench: Workbench): Promise<boolean> =>
  bench.root.locator('.bench-editor').evaluate((editor) => editor.contains(document.activeElement));

/** Writes at the end of the shown file. */
async function append(bench: Workbench, text: string): Promise<void> {
  await bench.lines.click();
  await bench.page.keyboard.press('ControlOrMeta+End');
  await bench.page.keyboard.insertText(text);
}

test('a tab says that its file was changed, until it is as it was', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.tab('user.ts')).toHaveAccessibleName('user.ts');

  await append(bench, '// mine');
  await expect(bench.tab('user.ts')).toHaveAccessibleName('user.ts changed');
  await bench.button('reset').click();
  await expect(bench.tab('user.ts')).toHaveAccessibleName('user.ts');
});

test('the arrow keys go through the tabs, and Tab goes on to the file', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.tab('user.ts').focus();
  await page.keyboard.press('ArrowRight');

  await expect(bench.tab('events.ts')).toBeFocused();
  await expect(bench.root.getByRole('tabpanel', { name: /^events\.ts/ })).toContainText(
    'export type PasswordChanged',
  );
  await page.keyboard.press('Tab');
  expect(await focusInEditor(bench)).toBe(true);
});

test('undo, cursor and scroll position of a file survive a look at another', async ({ page }) => {
  const bench = new Workbench(page, 'en', twoFiles);
  await bench.open();
  await append(bench, '// the last line');
  await bench.show('user-repository.ts');
  await expect(bench.lines).toContainText('tableRepository');
  await bench.show('user.ts');
  await expect(bench.lines, 'still scrolled to the end').toContainText('the last line');

  await bench.root.locator('.bench-editor textarea, .bench-editor .native-edit-context').first().focus();
  await page.keyboard.insertText(', and more');
  await expect(bench.lines).toContainText('the last line, and more');
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(bench.tab('user.ts')).toHaveAccessibleName('user.ts', { timeout: 500 });
  }).toPass();
});

test('a definition in the course library opens as a tab that can be read, left and closed', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('AggregateRoot', { exact: true }).last().click();
  await page.keyboard.press('F12');

  const library = bench.tab('past-tense/aggregate-root.ts');
  await expect(library).toHaveAttribute('aria-selected', 'true', patient);
  await expect(bench.lines).toContainText('export abstract class AggregateRoot');
  await page.keyboard.insertText('// not mine');
  await expect(bench.lines).not.toContainText('not mine');

  await bench.root.getByRole('button', { name: 'Back' }).click();
  await expect(bench.tab('user.ts')).toHaveAttribute('aria-selected', 'true');
  expect(await focusInEditor(bench)).toBe(true);
  await library.click();
  await bench.root.getByRole('button', { name: 'Close past-tense/aggregate-root.ts' }).click();
  await expect(library).toHaveCount(0);
  await expect(bench.tab('user.ts')).toHaveAttribute('aria-selected', 'true');
  expect(await focusInEditor(bench), 'the focus is not lost with the button').toBe(true);
});

test('a definition in another file of the exercise is shown at its line', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('PasswordChanged', { exact: true }).first().click();
  await page.keyboard.press('F12');

  await expect(bench.tab('events.ts')).toHaveAttribute('aria-selected', 'true', patient);
  await expect(bench.root.locator('.bench-editor .active-line-number')).toHaveText('4');
});

test('a definition looked at in place cannot be written into', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('PasswordChanged', { exact: true }).first().click();
  await page.keyboard.press(process.platform === 'linux' ? 'Control+Shift+F10' : 'Alt+F12');

  const peek = bench.root.locator('.peekview-widget');
  const given = peek.locator('.preview .view-lines');
  await expect(given).toContainText('export type PasswordChanged', patient);
  await given.click();
  await page.keyboard.insertText('not mine');
  await expect(given).not.toContainText('not mine');
});

test('type errors are listed with a sentence in the learner’s terms, and lead to their line', async ({
  page,
}) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toContainText('No type errors', patient);
  await append(bench, "\nexport const minimum: number = 'eight';");

  await expect(typeErrors(bench).locator('summary')).toContainText('1 type error', patient);
  await typeErrors(bench).locator('summary').click();
  const error = typeErrors(bench).getByRole('listitem');
  await expect(error).toContainText(
    'A value of type “number” belongs here, and this one is of type “string”.',
  );
  await expect(error).toContainText("Type 'string' is not assignable to type 'number'. TS2322");
  await bench.show('events.ts');
  await error.getByRole('button', { name: /^user\.ts, line \d+$/ }).click();
  await expect(bench.lines).toContainText('minimum');
  expect(await focusInEditor(bench)).toBe(true);
});

test('a change in one file shows the type errors that it brings about in another', async ({ page }) => {
  const bench = new Workbench(page, 'en', twoFiles);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.write('export class User {}');

  await expect(typeErrors(bench).locator('summary')).toContainText(/\d type error/, patient);
  await typeErrors(bench).locator('summary').click();
  const inOther = typeErrors(bench).getByRole('button', { name: /^user-repository\.ts/ });
  await expect(inOther).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await bench.button('reset').click();
  await expect(inOther).toHaveCount(0, patient);
});

test('the menu formats the file', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.write('export   const a=[1,2]');
  await bench.root.getByRole('button', { name: 'More' }).click();
  await bench.root.getByRole('button', { name: /^Format/ }).click();

  await expect(bench.lines).toContainText('export const a = [1, 2]', patient);
});

test('Ctrl+F finds in the file', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.lines.click();
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.insertText('changePassword');

  await expect(bench.root.locator('.find-widget .matchesCount')).toHaveText(/ of 1$/);
});

test('renaming changes all editable files', async ({ page }) => {
  const bench = new Workbench(page, 'en', twoFiles);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('NO_ID', { exact: true }).first().click();
  await page.keyboard.press('F2');
  await expect(page.locator('.rename-box input')).toBeFocused(patient);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('NOT_YET');
  await page.keyboard.press('Enter');

  await expect(bench.tab('user-repository.ts')).toHaveAccessibleName(/changed$/, patient);
  await expect(bench.lines).toContainText('NOT_YET');
  await bench.show('user-repository.ts');
  await expect(bench.lines).toContainText("import { NOT_YET, User } from './user.ts';");
});

test('a name that a given file uses too is not renamed, and the learner is told why', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.write(
    "import type { PasswordChanged } from './events.ts';\nexport const who = (event: PasswordChanged) => event.data.userId;",
  );
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');

  await expect(page.locator('.monaco-editor-overlaymessage')).toContainText(
    'This name is also used in events.ts, which can only be read, so it stays.',
    patient,
  );
  await expect(page.locator('.rename-box input')).toBeHidden();
});

test('a name from the library gets an alias where it is imported', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('AggregateRoot', { exact: true }).last().click();
  await page.keyboard.press('F2');
  await expect(page.locator('.rename-box input')).toBeFocused(patient);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('Root');
  await page.keyboard.press('Enter');

  await expect(bench.lines).toContainText('AggregateRoot as Root', patient);
  await expect(bench.lines).toContainText('extends Root<PasswordChanged>');
});

test('the context menu has what the editor does with a name, on a ground of its own', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await expect(typeErrors(bench)).toBeVisible(patient);
  await bench.lines.getByText('AggregateRoot', { exact: true }).last().click();
  await page.keyboard.press('Shift+F10');

  const menu = page.locator('.monaco-menu');
  for (const name of ['Go to Definition', 'Rename Symbol', 'Format Document']) {
    await expect(menu).toContainText(name);
  }
  await expect(page.locator('.monaco-menu-container > .monaco-scrollable-element')).not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );
});

test('Tab leaves the editor after the announced key', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.lines.click();
  await expect(
    bench.root.getByRole('textbox', { name: /Press Ctrl\+M .* so that Tab leaves the editor/ }),
  ).toBeFocused();
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');

  expect(await focusInEditor(bench)).toBe(false);
  await expect(bench.tab('user.ts')).toHaveAccessibleName('user.ts');
});

test('the editor follows forced colours, and its cursor rests where motion is to be reduced', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const bench = new Workbench(page);
  await bench.open();

  await expect(bench.root.locator('.monaco-editor').first()).toHaveClass(/\bhc-(black|light)\b/);
  await bench.lines.click();
  await expect(bench.root.locator('.cursors-layer')).toHaveClass(/\bcursor-solid\b/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in tabs and type errors, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const bench = new Workbench(page);
    await bench.open();
    await append(bench, '\nuserRegistered();\nconst unused = 1;');
    await typeErrors(bench).locator('summary').click(patient);
    const { violations } = await new AxeBuilder({ page })
      .include('#exercise-aggregates-change-password .bench')
      .exclude('.monaco-editor')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('on a Korean page the editor speaks Korean', async ({ page }) => {
  const bench = new Workbench(page, 'ko');
  await bench.open();
  await expect(typeErrors(bench)).toContainText('타입 오류 없음', patient);
  await append(bench, '\nuserRegistered();');
  await expect(typeErrors(bench).locator('summary')).toContainText('타입 오류 1개', patient);
  await typeErrors(bench).locator('summary').click();
  await expect(typeErrors(bench)).toContainText('‘userRegistered’ 이름을 찾을 수 없습니다.');

  await bench.lines.getByText('AggregateRoot', { exact: true }).last().click();
  await page.keyboard.press('Shift+F10');
  await expect(page.locator('.monaco-menu')).toContainText('정의로 이동');
});
