/** The types of 'past-tense/drawing' for hidden tests that import it. */
import type { BoardCell } from './board-drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Words } from './recording.ts';

export type { BoardCell, BoardDrawing, BoardMark } from './board-drawing.ts';
export type { Drawing, DrawnArrow, DrawnNote, WallDrawing } from './drawing.ts';

/**
 * Shows the learner a drawing above the result of the run, whatever the result is. Of several walls the last is shown,
 * and of several boards with one caption. What the types do not promise is left out, so a drawing may be made of what
 * the learner's code returned.
 */
export function attachDrawing(drawing: Drawing): void;

/**
 * A board whose cells are filled by one test after the other. It is shown as soon as a cell is marked; those that were
 * not are shown as not reached. Mark before asserting, so that the cell is there also if the assertion fails.
 */
export function drawBoard<Row extends string, Column extends string>(
  plan: BoardPlan<Row, Column>,
): DrawnBoard<Row, Column>;

/** The heads of rows and columns, by names for the test, in the order in which they are shown. */
export type BoardPlan<Row extends string = string, Column extends string = string> = {
  readonly caption: Words;
  /** Over the heads of the rows: what they name. */
  readonly corner?: Words;
  readonly columns: Readonly<Record<Column, Words>>;
  readonly rows: Readonly<Record<Row, Words>>;
};

export type DrawnBoard<Row extends string = string, Column extends string = string> = {
  mark(row: Row, column: Column, cell: BoardCell): void;
};

/**
 * Says the case of the running test. If the test fails, the learner sees it as cards: what had happened, what was done,
 * and beside what should have happened what `yours` finds. Of several the last is shown; nothing of it is judged.
 */
export function showCase(shown: ShownCase): void;

/**
 * Lets the learner travel through a stream: the state before and after each event, as the learner's code folds them,
 * beside that of the solution, and what would have become of it if an offered event had come instead. Made after the
 * last test, of copies of the events; what it calls may throw. Of several tapes the last is shown; nothing is judged.
 */
export function attachTape<State, E extends ShownMessage>(tape: TapeSource<State, E>): void;

export type TapeSource<State, E extends ShownMessage> = {
  readonly stream: ShownWords;
  /** How its events are numbered: `revisions` of one stream from 0, or `positions` in a store from 1. Default `revisions`. */
  readonly counts?: 'revisions' | 'positions';
  readonly events: () => readonly E[];
  /** Events that the learner may put in the place of another. */
  readonly offers: readonly E[];
  readonly initialState: () => State;
  /** `before` are the events before this one. */
  readonly evolve: (state: State, event: E, before: readonly E[]) => State;
  /** What of a state is compared with the solution, where its shape is the learner's own. */
  readonly compares?: (state: State) => unknown;
};

export type ShownCase = {
  readonly given?: readonly (ShownMessage | ShownWords)[];
  readonly when: ShownMessage | ShownWords;
  /** The events that should have happened; none for something that is refused. */
  readonly then: readonly ShownMessage[];
  /** The events that the learner's code told. Asked after the test, and only if it failed; it may throw. */
  readonly yours: () => readonly ShownMessage[];
};

/** An event or a command. Its `eventId` and `occurredAt` are shown if an event of `then` has them. */
export type ShownMessage = {
  readonly type: string;
  readonly data: object;
  readonly eventId?: string;
  readonly occurredAt?: number;
};

/** Code, which reads the same in both languages, or a sentence in each. */
export type ShownWords = string | { readonly en: string; readonly ko: string };
