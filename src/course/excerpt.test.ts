import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

const source = [
  "import { AggregateRoot } from 'past-tense';",
  '',
  'class User {',
  '  // #region change',
  '  change() {',
  '    // #region inner',
  '    this.tell();',
  '    // #endregion inner',
  '  }',
  '  // #endregion change',
  '}',
].join('\n');

it('cuts a region out and moves it to the left edge, without inner markers', () => {
  expect(excerptOf(source, { askedBy: 'a', region: 'change' })).toBe('change() {\n  this.tell();\n}');
  expect(excerptOf(source, { askedBy: 'a', region: 'inner' })).toBe('this.tell();');
});

it('shows a whole file without its markers', () => {
  expect(excerptOf('// #region a\nx;\n// #endregion a\n', { askedBy: 'a' })).toBe('x;');
});

it.each([
  {
    shown: source,
    message:
      'content/a/b/ko.mdx: region="chnage" is not in the file shown. It has the regions change, inner.',
  },
  {
    shown: 'x;',
    message:
      'content/a/b/ko.mdx: region="chnage" is not in the file shown. Mark it with "// #region chnage" and "// #endregion chnage".',
  },
])('refuses an unknown region: $message', ({ shown, message }) => {
  expect(() => excerptOf(shown, { askedBy: 'content/a/b/ko.mdx', region: 'chnage' })).toThrow(
    expect.objectContaining({ message }),
  );
});
