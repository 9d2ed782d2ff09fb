import type { Row } from './align-entries.ts';

/** Rows of a comparison, by their index; of a long run of such that have nothing to tell only the ends are shown. */
export type RowPart =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'fold'; readonly of: Run; readonly first: number; readonly last: number };

/** Rows that are the same on both sides, or on one side alone. */
export type Run = 'same' | 'ours' | 'yours';

/** So many rows of a run are shown at its beginning and its end. */
const shown = 2;
const fewest = 3;

/** No fold goes over `border`. */
export function foldRows(rows: readonly Row[], border?: number): readonly RowPart[] {
  const parts: RowPart[] = [];
  for (let first = 0; first < rows.length;) {
    const of = runOf(rows[first]!);
    const next = rows.findIndex(
      (row, index) => index > first && (of === undefined || runOf(row) !== of || index === border),
    );
    const end = next < 0 ? rows.length : next;
    const isLong = of !== undefined && end - first >= 2 * shown + fewest;
    const each = (from: number, to: number) => {
      for (let row = from; row < to; row += 1) parts.push({ kind: 'row', row });
    };
    if (isLong) {
      each(first, first + shown);
      parts.push({ kind: 'fold', of, first: first + shown, last: end - shown - 1 });
      each(end - shown, end);
    } else {
      each(first, end);
    }
    first = end;
  }
  return parts;
}

function runOf({ ours, yours, differs }: Row): Run | undefined {
  if (ours === undefined) return 'yours';
  if (yours === undefined) return 'ours';
  return differs ? undefined : 'same';
}
