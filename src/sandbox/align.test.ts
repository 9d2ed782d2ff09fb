import { expect, it } from 'vitest';
import { align } from './align.ts';

/** `=` for a pair of equals, `~` for another pair. */
const aligned = (expected: string, actual: string, likeness = 0) =>
  align(expected.split(''), actual.split(''), (one, other) => (one === other ? 1 : likeness)).map((each) =>
    each.kind === 'pair'
      ? `${each.expected}${each.expected === each.actual ? '=' : '~'}${each.actual}`
      : each.kind === 'missing'
        ? `-${each.expected}`
        : `+${each.actual}`,
  );

it.each([
  ['', '', []],
  ['ab', 'ab', ['a=a', 'b=b']],
  ['abc', 'ac', ['a=a', '-b', 'c=c']],
  ['ac', 'abc', ['a=a', '+b', 'c=c']],
  ['ab', 'ba', ['-a', 'b=b', '+a']],
  ['a', 'b', ['-a', '+b']],
])('keeps what is equal beside each other: %s and %s', (expected, actual, result) => {
  expect(aligned(expected, actual)).toEqual(result);
});

it.each([
  ['abc', 'axc', ['a=a', 'b~x', 'c=c']],
  ['ab', 'x', ['a~x', '-b']],
  ['abcd', 'bcd', ['-a', 'b=b', 'c=c', 'd=d']],
])('makes a pair of what is alike, but not at the cost of equals: %s and %s', (expected, actual, result) => {
  expect(aligned(expected, actual, 0.1)).toEqual(result);
});
