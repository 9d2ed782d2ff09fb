import { expect, it } from 'vitest';
import { comparedBounds, readTree } from './value-tree.ts';

it.each([
  ['nothing', undefined, '…'],
  ['a text', 'leaf', '…'],
  ['an unknown kind', { kind: 'html', text: '<b>' }, '<b>'],
  ['a leaf without a text', { kind: 'leaf', text: { toString: 'x' } }, ''],
])('reads %s as a leaf', (_, received, text) => {
  expect(readTree(received)).toEqual({ kind: 'leaf', text });
});

it('drops what the types do not name, and parts of another shape', () => {
  const received = {
    kind: 'fields',
    type: 7,
    html: '<b>',
    more: -1,
    entries: [null, 'a', { key: 1, value: 2 }],
  };
  expect(readTree(received)).toEqual({
    kind: 'fields',
    entries: [{ key: '', value: { kind: 'leaf', text: '…' } }],
    more: 0,
  });
});

it('cuts a tree that is too deep, too wide or too long', () => {
  const string = { kind: 'string', text: 'x'.repeat(1e6) };
  let tree: unknown = { kind: 'items', items: Array.from({ length: 1_000 }, () => string), more: 1e9 };
  for (let depth = 0; depth < 100; depth += 1) {
    tree = { kind: 'items', items: [string, tree], more: Number.NaN };
  }
  expect(JSON.stringify(readTree(tree)).length).toBeLessThan(4 * comparedBounds.characters);

  const bush = (depth: number): unknown =>
    depth === 0 ? string : { kind: 'items', items: Array.from({ length: 6 }, () => bush(depth - 1)) };
  const nodes = JSON.stringify(readTree(bush(6))).match(/"kind"/g)!.length;
  expect(nodes).toBeLessThan(5 * comparedBounds.nodes);
});
