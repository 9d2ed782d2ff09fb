import type { Entry, Recording } from '../sandbox/recording.ts';
import { alignEntries, tellTheSame, type Row } from './align-entries.ts';
import { comparable, payloadDifference, type PayloadDifference } from './payload-difference.ts';

/** The recordings of the solution and of the learner's code, of the same test. */
export type Comparison = {
  readonly rows: readonly Row[];
  readonly outcome: Outcome;
  /** Before this row the test failed on the learner's code. */
  readonly failedAt?: number;
};

export type Outcome =
  | { readonly kind: 'same' }
  /** The same as far as both go: one of them had no room for all. */
  | { readonly kind: 'cut' }
  /** The same until the test failed; what ours does then is in the rows from this one on. */
  | { readonly kind: 'stopped'; readonly row: number }
  | { readonly kind: 'parted'; readonly row: number; readonly parting: Parting };

/** How two recordings part. `never`: the other one does nothing of that kind before the next assertion either. */
export type Parting =
  /** Ours does something that yours does not do. */
  | { readonly kind: 'missing'; readonly ours: Entry; readonly never: boolean }
  | { readonly kind: 'extra'; readonly yours: Entry; readonly never: boolean }
  /** At the same place each does something else. */
  | { readonly kind: 'instead'; readonly ours: Entry; readonly yours: Entry }
  /** Yours does `first` before `then`, ours does `then` first. */
  | { readonly kind: 'order'; readonly first: Entry; readonly then: Entry }
  | { readonly kind: 'payload'; readonly yours: Entry; readonly difference: PayloadDifference };

/** `yours` may lack: nothing happened that is recorded. */
export function compare(ours: Recording, yours: Recording | undefined): Comparison {
  const rows = alignEntries(ours, yours);
  const failedAt = yours && failureIn(rows, yours);
  return { rows, outcome: outcomeOf(rows, ours, yours), ...(failedAt === undefined ? {} : { failedAt }) };
}

function outcomeOf(rows: readonly Row[], ours: Recording, yours: Recording | undefined): Outcome {
  const known = rows.slice(0, knownRows(rows, ours, yours));
  const row = known.findIndex((each) => !isPair(each) || each.differs !== undefined);
  if (row < 0) return sameUntil(rows.length, ours, yours);
  if (yours && isStopped(known, row, yours)) return { kind: 'stopped', row };
  const sides = { ours: ours.entries, yours: yours?.entries ?? [] };
  const step = known.filter((each) => each.step === known[row]!.step);
  return { kind: 'parted', row, parting: partingAt(step.indexOf(known[row]!), step, sides) };
}

/** Behind what yours did until then, and what ours did before the same assertion. */
function failureIn(rows: readonly Row[], { failedAt, assertedAt = [] }: Recording): number | undefined {
  if (failedAt === undefined) return undefined;
  const isBefore = ({ yours, step }: Row) =>
    yours === undefined ? step < assertedAt.length : yours < failedAt;
  return 1 + rows.findLastIndex(isBefore);
}

function sameUntil(row: number, ours: Recording, yours: Recording | undefined): Outcome {
  if (isCut(ours) || isCut(yours)) return { kind: 'cut' };
  return yours?.failedAt === undefined ? { kind: 'same' } : { kind: 'stopped', row };
}

const isPair = ({ ours, yours }: Row): boolean => ours !== undefined && yours !== undefined;

const isCut = (recording: Recording | undefined): boolean => recording !== undefined && recording.more > 0;

/** Behind the end of a recording that was cut, what is on the other side alone tells nothing. */
function knownRows(rows: readonly Row[], ours: Recording, yours: Recording | undefined): number {
  const endOf = (side: 'ours' | 'yours') => 1 + rows.findLastIndex((row) => row[side] !== undefined);
  return Math.min(isCut(ours) ? endOf('ours') : rows.length, isCut(yours) ? endOf('yours') : rows.length);
}

/** Nothing follows in yours, whose test failed, and what ours does there comes after the assertion that failed. */
const isStopped = (rows: readonly Row[], at: number, { failedAt, assertedAt }: Recording): boolean =>
  failedAt !== undefined &&
  assertedAt !== undefined &&
  rows[at]!.step >= assertedAt.length &&
  rows.slice(at).every(({ yours }) => yours === undefined);

type Sides = { readonly ours: readonly Entry[]; readonly yours: readonly Entry[] };

/** `rows` are those between two assertions. */
function partingAt(at: number, rows: readonly Row[], sides: Sides): Parting {
  const row = rows[at]!;
  if (isPair(row)) return partingOfPair(row, sides);
  const onward = rows.slice(at);
  const gapEnd = onward.findIndex((each) => isPair(each) || each.depth < row.depth);
  const gap = gapEnd < 0 ? onward : onward.slice(0, gapEnd);
  const here = gap.filter(({ depth }) => depth === row.depth);
  const [ours] = entriesOf('ours', here, sides);
  const [yours] = entriesOf('yours', here, sides);
  const order = otherOrder(onward, sides, ours, yours);
  if (order) return order;
  if (ours && yours) return { kind: 'instead', ours, yours };
  const isNever = ({ kind }: Entry, side: 'ours' | 'yours') =>
    !entriesOf(side, rows, sides).some((entry) => entry.kind === kind);
  if (yours) return { kind: 'extra', yours, never: isNever(yours, 'ours') };
  return { kind: 'missing', ours: ours!, never: isNever(ours!, 'yours') };
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
