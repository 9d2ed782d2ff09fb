import { expect, it } from 'vitest';
import { compare, readComparison } from './comparison.ts';

const noMatcher = () => undefined;
const failed = (properties: object) => Object.assign(new Error('no'), { name: 'AssertionError' }, properties);

it('describes both values of a failed assertion, and only one of a `not`', () => {
  const error = failed({ actual: 1, expected: 2 });
  const [one, two] = ['1', '2'].map((text) => ({ kind: 'leaf', text }));
  expect(compare(error, false, noMatcher)).toEqual({ expected: two, actual: one });
  expect(compare(error, true, noMatcher)).toEqual({ actual: one });
  expect(readComparison(structuredClone(compare(error, false, noMatcher)))).toEqual({
    expected: two,
    actual: one,
  });
});

it.each([
  ['an exception', Object.assign(new Error('no'), { actual: 1, expected: 2 })],
  ['an assertion that compared nothing', failed({})],
  ['one whose values say nothing', failed({ actual: 1, expected: undefined, showDiff: false })],
  ['a text', 'no'],
  ['nothing', undefined],
])('describes nothing of %s', (_, thrown) => {
  expect(compare(thrown, false, noMatcher)).toBeUndefined();
});

it('describes nothing of an error that cannot be read', () => {
  const hostile = failed({});
  Object.defineProperty(hostile, 'actual', {
    get() {
      throw new Error('not for you');
    },
  });
  expect(compare(Object.assign(hostile, { expected: 1 }), false, noMatcher)).toBeUndefined();
});

it.each([undefined, 'text', {}, { expected: {} }, { actual: 7 }])(
  'reads no comparison from %j',
  (received) => {
    expect(readComparison(received)).toBeUndefined();
  },
);
