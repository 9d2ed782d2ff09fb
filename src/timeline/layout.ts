import type { Entry, Recording } from '../sandbox/recording.ts';
import { foldMiddle } from './fold-middle.ts';
import { foldParts } from './fold-parts.ts';
import { laneColumns, lanesBeside, type Head } from './lane-columns.ts';
import { nestEntries, type Nested, type NestedPart } from './nest-entries.ts';
import { shownEntries, textOf } from './shown-entries.ts';

/** Where everything of a recording stands in its picture. Time goes down, lanes are columns. */
export type Layout = {
  readonly heads: readonly Head[];
  readonly parts: readonly Part[];
  /** How deep things nest, at most; 0 if nothing does. */
  readonly depth: number;
  /** The entries that can be seen, in order: step 1 is the first of them. */
  readonly steps: readonly number[];
};

export type Part = NotePart | BandPart | FoldPart | { readonly kind: 'failure' };

/** An entry in its lane, with what happened inside it below. `number` is its step. */
export type NotePart = {
  readonly kind: 'note';
  readonly index: number;
  readonly number: number;
  /** From 1; undefined for what goes across all lanes. */
  readonly column?: number;
  /** Where what led to it stands, if in another column. */
  readonly fromColumn?: number;
  /** The step that led to it, if it does not stand inside that. */
  readonly fromStep?: number;
  /** The lane's name is to be on the note, because its column has several. */
  readonly tellsLane: boolean;
  readonly end?: number;
  readonly isTrouble: boolean;
  /** Equal for entries that say the same of different things. */
  readonly sign: string;
  readonly parts: readonly Part[];
};

/** A transaction, or the time for which one is suspended, around what happens in it. */
export type BandPart = {
  readonly kind: 'band';
  readonly index: number;
  readonly number: number;
  /** The entry that ended it, and its step. */
  readonly end?: number;
  readonly endNumber?: number;
  readonly sign: string;
  readonly parts: readonly Part[];
};

export type FoldPart = {
  readonly kind: 'fold';
  /**
   * `alike`: `count` more turns like the one before. `inside`: `count` steps inside the one above. `deeper`: `count`
   * steps of something that leads to itself again and again. `between`: `count` steps between a beginning and an end.
   */
  readonly of: 'alike' | 'inside' | 'deeper' | 'between';
  readonly count: number;
  /** Steps. */
  readonly first: number;
  readonly last: number;
  readonly parts: readonly Part[];
};

export function layoutOf(recording: Recording, mostLanes = lanesBeside): Layout {
  const { entries } = recording;
  const steps = shownEntries(entries);
  const numbers = new Map(steps.map((entry, step) => [entry, step + 1]));
  const columns = laneColumns(entries, mostLanes);
  let depth = 0;

  const place = (nested: NestedPart): Part => {
    if (nested.kind === 'failure') return nested;
    depth = Math.max(depth, nested.depth + (nested.inside.length > 0 ? 1 : 0));
    const entry = entries[nested.index]!;
    return isBand(entry) ? band(nested, entry) : note(nested, entry);
  };
  const band = (nested: Nested, entry: Entry): BandPart => {
    const isSeen = nested.end !== undefined && nested.inside.every((part) => !isEntry(part, nested.end!));
    const endNumber = isSeen ? numbers.get(nested.end) : undefined;
    return {
      kind: 'band',
      index: nested.index,
      number: numbers.get(nested.index)!,
      ...(nested.end === undefined ? {} : { end: nested.end }),
      ...(endNumber === undefined ? {} : { endNumber }),
      sign: `${signOf(entry)} ${nested.end === undefined ? '' : entries[nested.end]!.kind}`,
      parts: nested.inside.map(place),
    };
  };
  const note = (nested: Nested, entry: Entry): NotePart => {
    const column = entry.kind === 'crash' ? undefined : columns.of(entry.lane);
    const cause = causeOf(entry, entries);
    const fromColumn = cause === undefined ? undefined : columns.of(entries[cause]!.lane);
    const fromStep = cause === undefined ? undefined : numbers.get(cause);
    const head = column === undefined ? undefined : columns.heads[column - 1];
    return {
      kind: 'note',
      index: nested.index,
      number: numbers.get(nested.index)!,
      ...(column === undefined ? {} : { column }),
      ...(column === undefined || fromColumn === undefined || fromColumn === column ? {} : { fromColumn }),
      ...(fromStep === undefined || around.get(nested.index)?.includes(cause!) ? {} : { fromStep }),
      tellsLane: head?.kind === 'group',
      ...(nested.end === undefined ? {} : { end: nested.end }),
      isTrouble: isTrouble(entry),
      sign: signOf(entry),
      parts: nested.inside.map(place),
    };
  };

  const nesting = nestEntries(recording, new Set(steps));
  const around = surroundings(nesting);
  const parts = nesting.map(place);
  return { heads: columns.heads, parts: foldMiddle(foldParts(parts, steps.length)), depth, steps };
}

const isEntry = (part: NestedPart, index: number): boolean => part.kind === 'entry' && part.index === index;

const isBand = ({ kind }: Entry): boolean => kind === 'began' || kind === 'suspended';

const isTrouble = ({ kind }: Entry): boolean =>
  kind === 'threw' || kind === 'conflict' || kind === 'crash' || kind === 'rolled-back';

/** What is not shown stands for what it ended. */
function causeOf({ cause }: Entry, entries: readonly Entry[]): number | undefined {
  if (cause === undefined) return undefined;
  const { kind, ends } = entries[cause]!;
  return kind === 'returned' || kind === 'threw' ? ends : cause;
}

/** All entries around each. */
function surroundings(parts: readonly NestedPart[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const visit = (inside: readonly NestedPart[], around: readonly number[]) => {
    for (const part of inside) {
      if (part.kind === 'failure') continue;
      found.set(part.index, around);
      visit(part.inside, [...around, part.index]);
    }
  };
  visit(parts, []);
  return found;
}

/** Their labels say which one it was, and nothing else. */
const labelledById: ReadonlySet<Entry['kind']> = new Set(['loaded', 'saved', 'deleted', 'read']);

function signOf({ kind, lane, label, staged }: Entry): string {
  const pattern = labelledById.has(kind) ? '#' : textOf(label).replaceAll(/\[.*?\]|\d+/g, '#');
  return [kind, lane.place, pattern, staged].join(' ');
}
