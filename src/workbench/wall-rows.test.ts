import { expect, it } from 'vitest';
import { wallRows } from './wall-rows.ts';

const ids = ['a', 'b', 'c', 'd'];

it.each([
  ['a chain is a row, in the order of its arrows', 'b>c a>b', ['a b c']],
  ['two chains are two rows', 'a>b c>d', ['a b', 'c d']],
  ['a note without an arrow stands in no row', 'a>b', ['a b']],
  ['a branch is a row that goes on from an earlier note', 'a>b b>c b>d', ['a b c', '(b) d']],
  ['where chains meet, the second leads to a note of the first', 'a>c b>c', ['a c', 'b (c)']],
  ['a circle begins at its first note and leads back', 'a>b b>a', ['a b (a)']],
  ['a circle behind a chain is not drawn twice', 'c>a a>b b>a', ['c a b (a)']],
  ['a second arrow between two notes of a row is a row without notes', 'a>b b>c a>c', ['a b c', '(a) (c)']],
  ['an arrow from a note to itself leads back to it', 'a>a', ['a (a)']],
  ['an arrow that is there twice is drawn once', 'a>b a>b', ['a b']],
])('%s', (_, arrows, expected) => {
  const wall = {
    kind: 'wall' as const,
    notes: ids.map((id) => ({ id, text: { en: id, ko: id } })),
    arrows: arrows.split(' ').map((arrow) => ({ from: arrow[0]!, to: arrow[2]! })),
  };
  const { rows, loose } = wallRows(wall);
  expect(
    rows.map(({ after, notes, before }) =>
      [
        ...(after ? [`(${after.id})`] : []),
        ...notes.map(({ id }) => id),
        ...(before ? [`(${before.id})`] : []),
      ].join(' '),
    ),
  ).toEqual(expected);
  expect(loose.map(({ id }) => id)).toEqual(ids.filter((id) => !arrows.includes(id)));
});
