import { readDrawing } from './drawing.ts';
import type { HarnessMessage } from './report.ts';

/** What `import … from 'past-tense/drawing'` gives a hidden test; its types are in past-tense-drawing.d.ts. */
export const drawingApi = (tell: (message: HarnessMessage) => void) => ({
  attachDrawing(received: unknown) {
    // Read here as well: a value of the learner's that cannot be sent is left out instead of failing the test.
    const drawing = readDrawing(received);
    if (drawing) tell({ kind: 'drawing', drawing });
  },
});
