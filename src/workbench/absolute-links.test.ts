import { expect, it } from 'vitest';
import { withAbsoluteLinks } from './absolute-links.ts';

it('turns the links of docstrings into addresses that do not depend on the page', () => {
  const sources = { 'past-tense/a.ts': '/** A.\n * @see [A](../ko/reference/a/)\n */\nlet b = c[d](../e/);' };
  const seenFrom = new URL('https://example.org/course/runtime/library.ko.json');

  expect(withAbsoluteLinks(sources, seenFrom)).toEqual({
    'past-tense/a.ts':
      '/** A.\n * @see [A](https://example.org/course/ko/reference/a/)\n */\nlet b = c[d](../e/);',
  });
});
