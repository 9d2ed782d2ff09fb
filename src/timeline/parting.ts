import { differ } from '../sandbox/difference.ts';
import { differingFields } from './field-rows.ts';
import type { Tape } from '../sandbox/tape.ts';
import { futureOf, momentsOf, type Moment } from './moments.ts';

/** In what two moments differ that stand at the same place of two tapes. */
export type Parted =
  /** Other events; an empty type where there is none. */
  | { readonly kind: 'event'; readonly yours: string; readonly ours: string }
  | { readonly kind: 'data'; readonly type: string }
  | { readonly kind: 'threw'; readonly error: string }
  | { readonly kind: 'state'; readonly fields: readonly string[] }
  | { readonly kind: 'changes-given' };

export type Parting = { readonly at: number; readonly parted: Parted };

/** A tape beside that of the solution, if there is one. */
export function compareTapes(tape: Tape, reference: Tape | undefined) {
  const yours = momentsOf(tape);
  const ours = reference && momentsOf(reference);
  const parted = ours ? partingsOf(yours, ours) : [];
  return {
    yours,
    ours,
    /** The last place of the longer one. */
    last: Math.max(yours.length, ours?.length ?? 0) - 1,
    parted,
    /** Only of those that do not part in what really came. */
    future: reference && !parted[0] ? partedFuture(tape, reference) : undefined,
  };
}

/** All places where two tapes, or two futures, are otherwise. */
export function partingsOf(yours: readonly Moment[], ours: readonly Moment[]): Parting[] {
  return Array.from({ length: Math.max(yours.length, ours.length) }).flatMap((_, at) => {
    const parted = partedAt(yours[at], ours[at]);
    return parted ? [{ at, parted }] : [];
  });
}

/** The first future in which two tapes part. */
export function partedFuture(
  yours: Tape,
  ours: Tape,
): { readonly at: number; readonly offer: number } | undefined {
  return yours.futures.find(({ at, offer }) => {
    const [mine, theirs] = [futureOf(yours, at, offer), futureOf(ours, at, offer)];
    return mine && theirs && partingsOf(mine, theirs).length > 0;
  });
}

/** Nothing if the two are the same, or nothing is known of one. */
function partedAt(yours: Moment | undefined, ours: Moment | undefined): Parted | undefined {
  const [mine, theirs] = [yours?.event, ours?.event];
  if (mine?.type !== theirs?.type || !yours !== !ours) {
    return { kind: 'event', yours: mine?.type ?? '', ours: theirs?.type ?? '' };
  }
  if (mine && theirs && differ(theirs.data, mine.data).kind !== 'same')
    return { kind: 'data', type: mine.type };
  if (!yours || !ours || ours.outcome.kind !== 'state') return undefined;
  switch (yours.outcome.kind) {
    case 'unread':
      return undefined;
    case 'threw':
      return { kind: 'threw', error: yours.outcome.error };
    case 'state': {
      const fields = differingFields(ours.outcome.state, yours.outcome.state);
      if (fields.length > 0) return { kind: 'state', fields };
      return yours.outcome.changesGiven && !ours.outcome.changesGiven ? { kind: 'changes-given' } : undefined;
    }
  }
}
