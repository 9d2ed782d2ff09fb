import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path from the root → text; `undefined` leaves a file out. */
export type Tree = Readonly<Record<string, string | undefined>>;

/** Writes the tree into a folder that goes away with the test, and returns that folder. */
export function write(tree: Tree): string {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(tree)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A course of one lesson with one exercise, without mistakes of the author. */
export const smallCourse = {
  'content/outline.yaml': [
    'chapters:',
    '  - id: cart',
    '    title: { en: The cart, ko: 장바구니 }',
    '    lessons:',
    '      - id: late',
    '        title: { en: Too late, ko: 늦은 상품 }',
  ].join('\n'),
  'content/glossary.yaml': [
    'terms:',
    '  - id: cart',
    '    term: { en: cart, ko: 장바구니 }',
    '    definition: { en: Holds items., ko: 상품을 담는다. }',
    '    lesson: cart/late',
  ].join('\n'),
  'content/en.mdx': '---\ntitle: Past Tense\n---\n',
  'content/ko.mdx': '---\ntitle: Past Tense\n---\n',
  'content/cart/late/en.mdx': '---\ndescription: Late.\n---\n\nText\n\n<Exercise id="cart/late-item" />\n',
  'content/cart/late/ko.mdx': '---\ndescription: 늦음.\n---\n\n글\n\n<Exercise id="cart/late-item" />\n',
  'exercises/cart/late-item/exercise.yaml': 'opens: cart.ts\nlevel: 1\nminutes: 10\n',
  'exercises/cart/late-item/en.md':
    '---\ntitle: A late item\n---\nTask\n\n## Hint\n\nH\n\n## Mistake: adds-anyway\n\nM\n',
  'exercises/cart/late-item/ko.md':
    '---\ntitle: 늦은 상품\ntests:\n  refuses an item: 상품을 거절한다\n---\n과제\n\n## Hint\n\nH\n\n## Mistake: adds-anyway\n\nM\n',
  'exercises/cart/late-item/cart.ts': 'export const cart = 0;\n',
  'exercises/cart/late-item/cart.solution.ts': 'export const cart = 1;\n',
  'exercises/cart/late-item/cart.mistake-adds-anyway.ts': 'export const cart = 2;\n',
  'exercises/cart/late-item/cart.test.ts': "import { cart } from './cart.ts';\n",
  'exercises/cart/late-item/domain/events.ts': 'export {};\n',
} satisfies Tree;
