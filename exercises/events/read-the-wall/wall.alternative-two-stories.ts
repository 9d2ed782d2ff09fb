import type { NoteNumber, Reading, Wall } from './notes.ts';

/** A note with what follows from its place: the next note of its story. */
type Step = (next: readonly NoteNumber[]) => readonly [NoteNumber, Reading];

const note =
  (number: NoteNumber, kind: Exclude<Reading['kind'], 'event'>): Step =>
  (next) => [number, { kind, next }];

const event =
  (number: NoteNumber, type: string): Step =>
  (next) => [number, { kind: 'event', type, next }];

/** From the last note to the first, so that each knows which one follows. */
function tell(...steps: Step[]): (readonly [NoteNumber, Reading])[] {
  const [first, ...rest] = steps;
  if (!first) return [];
  const told = tell(...rest);
  return [first(told.slice(0, 1).map(([number]) => number)), ...told];
}

const password = tell(
  note(4, 'command'),
  event(9, 'PasswordReplaced'),
  note(12, 'policy'),
  note(1, 'command'),
  note(6, 'system'),
);

const price = tell(
  note(8, 'command'),
  event(13, 'ProductBecameCheaperOrDearer'),
  note(5, 'policy'),
  note(14, 'command'),
  event(2, 'MenuTakenOffTheBoard'),
  note(10, 'read-model'),
  note(11, 'command'),
  note(3, 'constraint'),
  event(7, 'MenuGotNewPrice'),
);

export const wall = Object.fromEntries([...password, ...price]) as unknown as Wall;
