import { expect, it } from 'vitest';
import { describeValue } from './describe-value.ts';
import { printTree } from './print-value.ts';
import { differ, type Difference } from './difference.ts';

/** One line for each mark: `data.userId: "mina" ≠ "jun"`. */
function marks(difference: Difference, path = ''): string[] {
  switch (difference.kind) {
    case 'same':
      return [];
    case 'changed':
      return [`${path} ${printTree(difference.expected)} ≠ ${printTree(difference.actual)}`.trim()];
    case 'missing':
      return [`${path} − ${printTree(difference.expected)}`];
    case 'extra':
      return [`${path} + ${printTree(difference.actual)}`];
    case 'inside':
      return difference.parts.flatMap(({ key, difference: part }) =>
        marks(part, key.startsWith('[') || path === '' ? `${path}${key}` : `${path}.${key}`),
      );
  }
}
const between = (expected: unknown, actual: unknown) =>
  marks(differ(describeValue(expected), describeValue(actual)));

const event = (type: string, data: object, eventId = 'event-1') => ({ type, data, eventId });

it.each<[string, unknown, unknown, string[]]>([
  ['equal values', { a: [1, { b: new Set(['x']) }] }, { a: [1, { b: new Set(['x']) }] }, []],
  ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b 2 ≠ 3']],
  ['a field that is missing and one too many', { a: 1 }, { b: 1 }, ['a − 1', 'b + 1']],
  [
    'a field of an event in a list',
    [event('PasswordChanged', { userId: 'mina' })],
    [event('PasswordChanged', { userId: 'fistkim101' })],
    ['[0].data.userId "mina" ≠ "fistkim101"'],
  ],
  [
    'an event too few, though the one that is there differs as well',
    [event('MenuPriced', { won: 1 }), event('MenuHidden', { id: 'rice' }, 'event-2')],
    [event('MenuHidden', { id: 'soup' }, 'event-2')],
    ['[0] − { type: "MenuPriced", data: { won: 1 }, eventId: "event-1" }', '[0].data.id "rice" ≠ "soup"'],
  ],
  ['an item at the front', ['b', 'c'], ['a', 'b', 'c'], ['[0] + "a"']],
  ['two items in the wrong order', ['a', 'b'], ['b', 'a'], ['[0] − "a"', '[1] + "a"']],
  ['members of a set, in any order', new Set([1, 2]), new Set([3, 1]), ['[1] − 2', '[1] + 3']],
  ['an entry of a map', new Map([['k', 1]]), new Map([['k', 2]]), ['"k" 1 ≠ 2']],
  ['a list instead of an object', { a: 1 }, [1], ['{ a: 1 } ≠ [1]']],
  ['a map instead of an object', { a: 1 }, new Map([['a', 1]]), ['{ a: 1 } ≠ Map {"a" => 1}']],
  ['a text instead of a number', 1, '1', ['1 ≠ "1"']],
  ['nothing at all', [], null, ['[] ≠ null']],
])('marks %s', (_, expected, actual, result) => {
  expect(between(expected, actual)).toEqual(result);
});

it('sees no difference in a class or in a field that is undefined, as toEqual does', () => {
  class Member {
    readonly id = 'mina';
  }
  expect(between({ id: 'mina', gone: undefined }, new Member())).toEqual([]);
  expect(between({ id: 'mina' }, { id: 'mina', gone: undefined })).toEqual([]);
});

it('takes a matcher that fits for what stands in its place', () => {
  const any = { kind: 'leaf', text: 'Any Number', fits: true } as const;
  const expected = { kind: 'items', items: [any], more: 0 } as const;
  expect(marks(differ(expected, describeValue([5])))).toEqual([]);
});

it('says how many parts of a long list were not looked at', () => {
  const long = Array.from({ length: 100 }, (_, index) => index);
  const difference = differ(describeValue([...long.slice(0, 99), 0]), describeValue([1, ...long.slice(1)]));
  expect(difference).toMatchObject({ kind: 'inside', more: 40 });
});
