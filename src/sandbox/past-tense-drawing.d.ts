/** The types of 'past-tense/drawing' for hidden tests that import it. */
import type { Drawing } from './drawing.ts';

export type { Drawing, DrawnArrow, DrawnNote, WallDrawing } from './drawing.ts';

/**
 * Shows the learner a drawing above the result of the run, whatever the result is. Of several the last is shown.
 * What the types do not promise is left out, so a drawing may be made of what the learner's code returned.
 */
export function attachDrawing(drawing: Drawing): void;
