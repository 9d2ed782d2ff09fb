import { expect, it } from 'vitest';
import { write } from '../course/tree.test-support.ts';
import { editorLibrary } from './editor-library.ts';

const library = {
  'exercises/library/index.ts':
    "export { Shop } from './shop.ts';\nexport type { Clock } from './shop.ts';\n",
  'exercises/library/testing.ts': '',
  'exercises/library/shop.ts': [
    '/** A shop. */',
    'export class Shop {',
    '  /**',
    '   * Opens.',
    '   */',
    '  open(): void {}',
    '}',
    '/** Inner. */',
    'const inner = 1;',
    '/** Time. */',
    'export interface Clock {}',
  ].join('\n'),
};

it('ends the docstring of each export, and of its members, with a link to its page', () => {
  const text = editorLibrary(write(library), 'ko')['past-tense/shop.ts'];

  expect(text).toBe(
    [
      '/** A shop. ',
      ' * @see [강의 라이브러리의 Shop](../ko/reference/shop/)',
      ' */',
      'export class Shop {',
      '  /**',
      '   * Opens.',
      '   ',
      ' * @see [강의 라이브러리의 Shop](../ko/reference/shop/)',
      ' */',
      '  open(): void {}',
      '}',
      '/** Inner. */',
      'const inner = 1;',
      '/** Time. ',
      ' * @see [강의 라이브러리의 Clock](../ko/reference/clock-type/)',
      ' */',
      'export interface Clock {}',
    ].join('\n'),
  );
});
