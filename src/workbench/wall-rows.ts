import type { DrawnArrow, DrawnNote, WallDrawing } from '../sandbox/drawing.ts';

/** A chain of notes, each with an arrow to the next. Every note stands in one row, every arrow is drawn once. */
export type WallRow = {
  /** The note of another row from which an arrow leads to the first. */
  readonly after?: DrawnNote;
  readonly notes: readonly DrawnNote[];
  /** The note of this or another row to which an arrow leads from the last, or from `after` in a row without notes. */
  readonly before?: DrawnNote;
};

/** A wall as rows, and the notes that no arrow touches. Chains begin at notes to which no arrow leads. */
export function wallRows({ notes, arrows }: WallDrawing): { rows: WallRow[]; loose: DrawnNote[] } {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const placed = new Set<string>();
  const waiting = distinct(arrows);
  const touched = new Set(waiting.flatMap(({ from, to }) => [from, to]));
  const reached = new Set(waiting.map(({ to }) => to));
  const rows: WallRow[] = [];

  const follow = (start: string, after?: string) => {
    const row: string[] = [];
    let next: string | undefined = start;
    while (next !== undefined && !placed.has(next)) {
      placed.add(next);
      row.push(next);
      next = takeArrowFrom(next, waiting);
    }
    rows.push({
      ...(after === undefined ? {} : { after: byId.get(after)! }),
      notes: row.map((id) => byId.get(id)!),
      ...(next === undefined ? {} : { before: byId.get(next)! }),
    });
    for (const id of row) {
      for (let branch = takeArrowFrom(id, waiting); branch !== undefined;) {
        follow(branch, id);
        branch = takeArrowFrom(id, waiting);
      }
    }
  };

  for (const { id } of notes) if (touched.has(id) && !reached.has(id)) follow(id);
  // What is left runs in a circle.
  for (const { id } of notes) if (touched.has(id) && !placed.has(id)) follow(id);
  return { rows, loose: notes.filter(({ id }) => !touched.has(id)) };
}

/** Where the first arrow leads that still waits at the note; it waits no longer. */
function takeArrowFrom(id: string, waiting: DrawnArrow[]): string | undefined {
  const index = waiting.findIndex(({ from }) => from === id);
  return index < 0 ? undefined : waiting.splice(index, 1)[0]!.to;
}

const distinct = (arrows: readonly DrawnArrow[]): DrawnArrow[] => [
  ...new Map(arrows.map((arrow) => [JSON.stringify([arrow.from, arrow.to]), arrow])).values(),
];
