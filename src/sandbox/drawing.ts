import { readBoard, type BoardDrawing } from './board-drawing.ts';
import { cutText, isRecord, list } from './read-value.ts';

/**
 * A picture of what the learner's code describes or did, attached by a hidden test and shown above its result. It is
 * read with every run and stored nowhere, so its shape may change.
 */
export type Drawing = WallDrawing | BoardDrawing;

/** An event-storming wall. */
export type WallDrawing = {
  readonly kind: 'wall';
  readonly notes: readonly DrawnNote[];
  readonly arrows: readonly DrawnArrow[];
};

export type DrawnNote = {
  /** What the learner's code calls the note; shown on it. Two notes of one id are one. */
  readonly id: string;
  /** A note without a kind is white paper. */
  readonly kind?: DrawnKind;
  /** What is written on it. */
  readonly text: { readonly en: string; readonly ko: string };
  /** What the note is called in code. */
  readonly name?: string;
  /** Whether the learner is to look at it again. */
  readonly wrong?: boolean;
};

/** From note to note, by id. */
export type DrawnArrow = { readonly from: string; readonly to: string };

const drawnKinds = [
  'command',
  'aggregate',
  'constraint',
  'event',
  'policy',
  'read-model',
  'external',
] as const;
type DrawnKind = (typeof drawnKinds)[number];

/** What of a drawing is kept. */
export const drawingLimits = { notes: 60, arrows: 120, textCharacters: 200 } as const;

/**
 * Reads a drawing as it came, from a test or out of the sandbox: bounded, and without notes and arrows of another
 * shape. No drawing at all if there is nothing to draw.
 */
export function readDrawing(received: unknown): Drawing | undefined {
  if (!isRecord(received)) return undefined;
  switch (received['kind']) {
    case 'wall':
      return readWall(received);
    case 'board':
      return readBoard(received);
    default:
      return undefined;
  }
}

function readWall(received: Record<string, unknown>): WallDrawing | undefined {
  const notes = list(received['notes'], drawingLimits.notes).flatMap(readNote);
  const byId = new Map(notes.map((note) => [note.id, note]));
  if (byId.size === 0) return undefined;
  const arrows = list(received['arrows'], drawingLimits.arrows)
    .flatMap(readArrow)
    .filter(({ from, to }) => byId.has(from) && byId.has(to));
  return { kind: 'wall', notes: [...byId.values()], arrows };
}

function readNote(note: unknown): DrawnNote[] {
  if (!isRecord(note) || !isRecord(note['text'])) return [];
  const [id, name] = [text(note['id']), text(note['name'])];
  if (id === '') return [];
  const kind = drawnKinds.find((known) => known === note['kind']);
  return [
    {
      id,
      ...(kind ? { kind } : {}),
      text: { en: text(note['text']['en']), ko: text(note['text']['ko']) },
      ...(name === '' ? {} : { name }),
      wrong: note['wrong'] === true,
    },
  ];
}

function readArrow(arrow: unknown): DrawnArrow[] {
  return isRecord(arrow) ? [{ from: text(arrow['from']), to: text(arrow['to']) }] : [];
}

const text = (value: unknown): string => cutText(value, drawingLimits.textCharacters);
