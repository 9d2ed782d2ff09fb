import type { BoardCell, BoardDrawing } from './board-drawing.ts';
import type { BoardPlan, DrawnBoard } from './past-tense-drawing.d.ts';

/** Boards that grow from test to test; whatever is marked shows the whole board anew. */
export const boardDrawer =
  (attach: (board: BoardDrawing) => void) =>
  ({ columns, rows, ...around }: BoardPlan): DrawnBoard => {
    const cells = new Map<string, BoardCell>();
    const keyOf = (row: string, column: string) => JSON.stringify([row, column]);
    const draw = (): BoardDrawing => ({
      kind: 'board',
      ...around,
      columns: Object.values(columns),
      rows: Object.entries(rows).map(([row, head]) => ({
        head,
        cells: Object.keys(columns).map(
          (column) => cells.get(keyOf(row, column)) ?? { text: '', mark: 'not-reached' },
        ),
      })),
    });
    return {
      mark(row, column, cell) {
        cells.set(keyOf(row, column), cell);
        attach(draw());
      },
    };
  };
