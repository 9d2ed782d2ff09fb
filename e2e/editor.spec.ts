import { expect, test } from './test.ts';
import { Workbench } from './workbench.ts';

test('the editor marks a type error, and knows the language’s own library', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write(
    "export const lengths: Readonly<number[]> = ['soup'].map((name) => name.length); console.log(lengths, Promise.resolve()); export const wrong: number = 'soup';",
  );

  const marks = bench.root.locator('.squiggly-error');
  // The last statement shows that TypeScript has looked.
  await expect(marks).not.toHaveCount(0, { timeout: 20_000 });
  await expect(marks).toHaveCount(1);
});

test('the editor suggests what an object has', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.write("const dishes = ['soup'];\n");
  await page.keyboard.type('dishes.toSor');

  await expect(page.locator('.suggest-widget.visible')).toContainText('toSorted', { timeout: 20_000 });
});
