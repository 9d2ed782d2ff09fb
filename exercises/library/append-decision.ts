import type { ExpectedRevision, StreamRevision } from './event-store.ts';

/** What becomes of an append: it is written, it was written before, or it is refused. */
export type AppendDecision =
  | { readonly kind: 'append' }
  /** Every event is there already. `lastRevision` is the revision of the last one of them. */
  | { readonly kind: 'repeated'; readonly lastRevision: StreamRevision }
  | { readonly kind: 'conflict' };

/** What the decision has to know of the stream. */
export interface StreamSoFar {
  /** The revision of its last event; -1 of a stream without events. */
  readonly lastRevision: number;
  /** The `eventId` at this revision. */
  eventIdAt(revision: StreamRevision): string | undefined;
  /** The revision of an event that was written to this stream recently. */
  recentRevisionOf(eventId: string): StreamRevision | undefined;
}

/**
 * The rule by which KurrentDB makes an append idempotent: whoever lost the answer to an append may send the same append
 * again, with the same event ids and the same expectation.
 *
 * Behind the expected revision stands what was written since. If that begins with exactly these events, they are
 * repeated; if it begins with another one, or with some of these only, it is a conflict. With `'any'` and
 * `'stream_exists'` there is no place to look at, so only the ids that were written recently are compared.
 *
 * Source: `IndexWriter.CheckCommit` of KurrentDB at 44996ed05.
 */
export function decideAppend(
  eventIds: readonly string[],
  expected: ExpectedRevision,
  stream: StreamSoFar,
): AppendDecision {
  if (expected === 'stream_exists' && stream.lastRevision < 0) return { kind: 'conflict' };
  if (expected === 'any' || expected === 'stream_exists') return decideByRecentIds(eventIds, stream);

  const expectedLast = expected === 'no_stream' ? -1 : expected;
  if (expectedLast === stream.lastRevision) return { kind: 'append' };
  if (expectedLast > stream.lastRevision) return { kind: 'conflict' };
  const isRepeated = eventIds.every((id, index) => stream.eventIdAt(expectedLast + 1 + index) === id);
  return isRepeated
    ? { kind: 'repeated', lastRevision: expectedLast + eventIds.length }
    : { kind: 'conflict' };
}

function decideByRecentIds(eventIds: readonly string[], stream: StreamSoFar): AppendDecision {
  const revisions = eventIds.map((id) => stream.recentRevisionOf(id));
  if (revisions[0] === undefined) return { kind: 'append' };
  const lastRevision = revisions.at(-1);
  return lastRevision === undefined || revisions.includes(undefined)
    ? { kind: 'conflict' }
    : { kind: 'repeated', lastRevision };
}
