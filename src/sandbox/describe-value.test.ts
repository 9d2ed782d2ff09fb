import { expect, it } from 'vitest';
import { describeExpected, describeValue } from './describe-value.ts';
import { comparedBounds, readTree } from './value-tree.ts';

class Order {
  readonly id = 'order-1';
}

it('describes objects by their fields, with the name of their class', () => {
  expect(describeValue(new Order())).toEqual({
    kind: 'fields',
    type: 'Order',
    entries: [{ key: 'id', value: { kind: 'string', text: 'order-1' } }],
    more: 0,
  });
});

it('describes lists, sets and maps', () => {
  expect(describeValue([new Set([1]), new Map([['k', null]])])).toEqual({
    kind: 'items',
    items: [
      { kind: 'items', type: 'Set', items: [{ kind: 'leaf', text: '1' }], more: 0 },
      {
        kind: 'fields',
        type: 'Map',
        entries: [{ key: '"k"', value: { kind: 'leaf', text: 'null' } }],
        more: 0,
      },
    ],
    more: 0,
  });
});

it.each([
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a pattern', /^threw /i, '/^threw /i'],
  ['an error', new RangeError('no'), 'RangeError: no'],
])('describes %s as a whole', (_, value, text) => {
  expect(describeValue(value)).toEqual({ kind: 'leaf', text });
});

it('survives its way out of the sandbox unchanged', () => {
  const value = {
    list: [1, 'two', { three: new Map([[{}, new Set([3n])]]) }],
    at: new Date(0),
    gone: undefined,
  };
  const tree = describeValue(value);
  expect(readTree(structuredClone(tree))).toEqual(tree);
});

it.each([
  ['wide', Array.from({ length: 5_000 }, () => Array.from({ length: 5_000 }, () => 1))],
  ['deep', Array.from({ length: 5_000 }).reduce<object>((inner) => ({ inner }), {})],
  ['long', Array.from({ length: 50 }, () => 'x'.repeat(1e5))],
])('cuts a value that is too %s', (_, value) => {
  const tree = describeValue(value);
  expect(JSON.stringify(tree).length).toBeLessThan(5 * comparedBounds.characters);
  expect(readTree(structuredClone(tree))).toEqual(tree);
});

it('runs no code of the value', () => {
  const ran: string[] = [];
  const value = {
    get price() {
      return ran.push('getter');
    },
    toString: () => ran.push('toString'),
    toJSON: () => ran.push('toJSON'),
    [Symbol.iterator]: () => ran.push('iterator'),
  };
  expect(describeValue(value)).toMatchObject({
    entries: [{ key: 'price', value: { text: '[getter]' } }, { key: 'toString' }, { key: 'toJSON' }],
  });
  expect(ran).toEqual([]);
});

it('says of a matcher whether it fits what stands in its place', () => {
  const even = { name: 'even' };
  const asMatcher = (value: object) =>
    value === even ? { text: 'Even', accepts: (other: unknown) => Number(other) % 2 === 0 } : undefined;
  const expected = { first: even, list: [even] };
  expect(describeExpected(expected, { first: 2, list: [3] }, asMatcher)).toMatchObject({
    entries: [
      { key: 'first', value: { kind: 'leaf', text: 'Even', fits: true } },
      { key: 'list', value: { items: [{ kind: 'leaf', text: 'Even' }] } },
    ],
  });
});
