import { boardDrawer } from './draw-board.ts';
import { readDrawing, type Drawing } from './drawing.ts';
import type { HarnessMessage } from './report.ts';

/**
 * What `import … from 'past-tense/drawing'` gives a hidden test; its types are in past-tense-drawing.d.ts.
 * `keepCase` takes the case of the test that runs, and `keepTape` the source of the tape, as they were given.
 */
export const drawingApi = (
  tell: (message: HarnessMessage) => void,
  keepCase: (received: unknown) => void,
  keepTape: (received: unknown) => void,
) => {
  const attachDrawing = (received: unknown) => {
    const drawing = readHere(received);
    if (drawing) tell({ kind: 'drawing', drawing });
  };
  return { attachDrawing, drawBoard: boardDrawer(attachDrawing), showCase: keepCase, attachTape: keepTape };
};

/** Read before it is sent as well: a value of the learner's that cannot be read or sent must not fail the test. */
function readHere(received: unknown): Drawing | undefined {
  try {
    return readDrawing(received);
  } catch {
    return undefined;
  }
}
