import type { EditorPlace, EditorProblem } from './editor.ts';

type Position = Pick<EditorPlace, 'line' | 'column'>;

/** Where the place is in the text, counted in UTF-16 units from 0; the nearest one if the text is shorter. */
export function offsetOf(text: string, { line, column }: Position): number {
  const lines = text.split('\n').slice(0, line);
  const last = lines.at(-1) ?? '';
  const start = lines.slice(0, -1).reduce((length, each) => length + each.length + 1, 0);
  return start + (lines.length < line ? last.length : Math.min(column - 1, last.length));
}

/** A part of a text, underlined or not. */
export type Piece = { readonly text: string; readonly wrong: boolean };

/** The text in pieces. A problem takes at least one character of its line, if the line has one. */
export function underline(text: string, problems: readonly EditorProblem[]): Piece[] {
  const ranges = problems.map((problem) => rangeOf(text, problem)).toSorted(([one], [other]) => one - other);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    pieces.push({ text: text.slice(done, from), wrong: false }, { text: text.slice(from, end), wrong: true });
    done = end;
  }
  pieces.push({ text: text.slice(done), wrong: false });
  return pieces.filter((piece) => piece.text !== '');
}

function rangeOf(text: string, problem: EditorProblem): readonly [number, number] {
  const start = offsetOf(text, problem);
  const end = offsetOf(text, { line: problem.line, column: problem.column + problem.length });
  if (start < end) return [start, end];
  const startsLine = start === 0 || text[start - 1] === '\n';
  return [startsLine ? start : start - 1, end];
}
