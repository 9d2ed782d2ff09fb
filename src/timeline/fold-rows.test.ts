import { expect, it } from 'vitest';
import type { Row } from './align-entries.ts';
import { foldRows } from './fold-rows.ts';

const letters: Record<string, Partial<Row>> = {
  '=': { ours: 0, yours: 0 },
  '≠': { ours: 0, yours: 0, differs: 'payload' },
  o: { ours: 0 },
  y: { yours: 0 },
};

/** `=` and the like for rows, `(3 same)` for a fold. */
const folded = (rows: string, border?: number) =>
  foldRows(
    rows.split('').map((letter) => ({ depth: 0, step: 0, ...letters[letter] })),
    border,
  )
    .map((part) => (part.kind === 'row' ? rows[part.row] : `(${1 + part.last - part.first} ${part.of})`))
    .join('');

it.each([
  ['', ''],
  ['=o=y≠', '=o=y≠'],
  ['======', '======'],
  ['=======', '==(3 same)=='],
  ['========≠=======', '==(4 same)==≠==(3 same)=='],
  ['=ooooooooo', '=oo(5 ours)oo'],
  ['yyyyyyyooo', 'yy(3 yours)yyooo'],
  ['≠≠≠≠≠≠≠≠≠≠', '≠≠≠≠≠≠≠≠≠≠'],
])('keeps the ends of a long run, and whatever differs: %s', (rows, parts) => {
  expect(folded(rows)).toBe(parts);
});

it('folds nothing over a border', () => {
  expect(folded('ooooooooo', 1)).toBe('ooo(4 ours)oo');
});
