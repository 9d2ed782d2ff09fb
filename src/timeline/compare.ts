import type { Entry, Recording } from '../sandbox/recording.ts';
import { alignEntries, tellTheSame, type Row } from './align-entries.ts';
import { comparable, payloadDifference, type PayloadDifference } from './payload-difference.ts';

/** The recordings of the solution and of the learner's code, of the same test. */
export type Comparison = { readonly rows: readonly Row[]; readonly outcome: Outcome };

export type Outcome =
  | { readonly kind: 'same' }
  /** The same as far as both go: one of them had no room for all. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'parted'; readonly row: number; readonly parting: Parting };

/** How two recordings part. */
export type Parting =
  /** Ours does something that yours does not do. */
  | {
      readonly kind: 'missing';
      readonly ours: Entry;
      /** Nothing of that kind happens in yours. */
      readonly never: boolean;
      /** Nothing follows in yours because the test failed; what would have come, nobody knows. */
      readonly stopped: boolean;
    }
  | { readonly kind: 'extra'; readonly yours: Entry; readonly never: boolean }
  /** At the same place each does something else. */
  | { readonly kind: 'instead'; readonly ours: Entry; readonly yours: Entry }
  /** Yours does `first` before `then`, ours does `then` first. */
  | { readonly kind: 'order'; readonly first: Entry; readonly then: Entry }
  | { readonly kind: 'payload'; readonly yours: Entry; readonly difference: PayloadDifference };

/** `yours` may lack: nothing happened that is recorded. */
export function compare(ours: Recording, yours: Recording | undefined): Comparison {
  const sides = { ours: ours.entries, yours: yours?.entries ?? [] };
  const rows = alignEntries(sides.ours, sides.yours);
  const known = rows.slice(0, knownRows(rows, ours, yours));
  const row = known.findIndex((each) => !isPair(each) || each.differs !== undefined);
  if (row < 0) return { rows, outcome: { kind: isCut(ours) || isCut(yours) ? 'cut' : 'same' } };
  const parting = partingAt(known.slice(row), sides);
  const isLast = parting.kind === 'missing' && isStopped(known, row, yours);
  return {
    rows,
    outcome: { kind: 'parted', row, parting: isLast ? { ...parting, stopped: true } : parting },
  };
}

const isPair = ({ ours, yours }: Row): boolean => ours !== undefined && yours !== undefined;

const isCut = (recording: Recording | undefined): boolean => recording !== undefined && recording.more > 0;

/** Behind the end of a recording that was cut, what is on the other side alone tells nothing. */
function knownRows(rows: readonly Row[], ours: Recording, yours: Recording | undefined): number {
  const endOf = (side: 'ours' | 'yours') => 1 + rows.findLastIndex((row) => row[side] !== undefined);
  return Math.min(isCut(ours) ? endOf('ours') : rows.length, isCut(yours) ? endOf('yours') : rows.length);
}

/** Yours ends before that row with the failed test, and nothing says that it should have been there by then. */
function isStopped(rows: readonly Row[], at: number, yours: Recording | undefined): boolean {
  if (!yours || yours.failedAt === undefined) return false;
  if (rows.slice(at).some((row) => row.yours !== undefined)) return false;
  const around = rows.findLast(({ depth }, index) => index < at && depth < rows[at]!.depth);
  return !yours.entries.some(({ ends }) => ends !== undefined && ends === around?.yours);
}

type Sides = { readonly ours: readonly Entry[]; readonly yours: readonly Entry[] };

/** `rows` begin where the two part. */
function partingAt(rows: readonly Row[], sides: Sides): Parting {
  const [row] = rows as [Row];
  if (isPair(row)) return partingOfPair(row, sides);
  const gapEnd = rows.findIndex((each) => isPair(each) || each.depth < row.depth);
  const gap = (gapEnd < 0 ? rows : rows.slice(0, gapEnd)).filter(({ depth }) => depth === row.depth);
  const [ours] = entriesOf('ours', gap, sides);
  const [yours] = entriesOf('yours', gap, sides);
  const order = otherOrder(rows, sides, ours, yours);
  if (order) return order;
  if (ours && yours) return { kind: 'instead', ours, yours };
  const isNever = ({ kind }: Entry, other: readonly Entry[]) => !other.some((entry) => entry.kind === kind);
  if (yours) return { kind: 'extra', yours, never: isNever(yours, sides.ours) };
  return { kind: 'missing', ours: ours!, never: isNever(ours!, sides.yours), stopped: false };
}

function partingOfPair({ differs, ...places }: Row, sides: Sides): Parting {
  const [ours, yours] = [sides.ours[places.ours!]!, sides.yours[places.yours!]!];
  const difference = payloadDifference(comparable(ours.payload), comparable(yours.payload));
  return difference && differs === 'payload'
    ? { kind: 'payload', yours, difference }
    : { kind: 'instead', ours, yours };
}

/** What stands on one side here stands on the other too, but behind the next pair. */
function otherOrder(
  rows: readonly Row[],
  sides: Sides,
  ours: Entry | undefined,
  yours: Entry | undefined,
): Parting | undefined {
  const pair = rows.findIndex(isPair);
  if (pair < 0) return undefined;
  const between = sides.yours[rows[pair]!.yours!]!;
  const alone = rows.slice(pair).filter((row) => !isPair(row));
  const isLater = (entry: Entry, side: 'ours' | 'yours') =>
    entriesOf(side, alone, sides).some((other) => tellTheSame(entry, other));
  if (yours && isLater(yours, 'ours')) return { kind: 'order', first: yours, then: between };
  if (ours && isLater(ours, 'yours')) return { kind: 'order', first: between, then: ours };
  return undefined;
}

const entriesOf = (side: 'ours' | 'yours', rows: readonly Row[], sides: Sides): Entry[] =>
  rows.flatMap((row) => sides[side][row[side] ?? -1] ?? []);
