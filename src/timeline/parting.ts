import { differ } from '../sandbox/difference.ts';
import { differingFields } from './field-rows.ts';
import type { Moment } from './moments.ts';

/** In what two moments differ that stand at the same place of two tapes. */
export type Parted =
  /** Other events; an empty type where there is none. */
  | { readonly kind: 'event'; readonly yours: string; readonly ours: string }
  | { readonly kind: 'data'; readonly type: string }
  | { readonly kind: 'threw'; readonly error: string }
  | { readonly kind: 'state'; readonly fields: readonly string[] }
  | { readonly kind: 'changes-given' };

/** The first place where two tapes part, or two futures. */
export function partingOf(
  yours: readonly Moment[],
  ours: readonly Moment[],
): { readonly at: number; readonly parted: Parted } | undefined {
  for (let at = 0; at < Math.max(yours.length, ours.length); at += 1) {
    const parted = partedAt(yours[at], ours[at]);
    if (parted) return { at, parted };
  }
  return undefined;
}

/** Nothing if the two are the same, or nothing is known of one. */
export function partedAt(yours: Moment | undefined, ours: Moment | undefined): Parted | undefined {
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
