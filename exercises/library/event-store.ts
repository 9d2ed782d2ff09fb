import type { Subscription } from './event-publisher.ts';
import type { DomainEvent } from './messages.ts';

/** The number of an event in its stream: the first has 0, as in KurrentDB. Emmett, Marten and Castore begin at 1. */
export type StreamRevision = number;

/**
 * What the stream has to be like for an append to take place.
 *
 * - a revision: the last event of the stream has this one.
 * - `'no_stream'`: it has no events yet.
 * - `'stream_exists'`: it has some.
 * - `'any'`: whatever it is like.
 *
 * Elsewhere: in Emmett `STREAM_DOES_NOT_EXIST`, `STREAM_EXISTS`, `NO_CONCURRENCY_CHECK`, of which the last is the
 * default there; in Marten `StartStream` for `'no_stream'`.
 */
export type ExpectedRevision = StreamRevision | 'any' | 'no_stream' | 'stream_exists';

/** An event as it stands in the store: the fact, and where and when it was recorded. */
export type RecordedEvent<E extends DomainEvent = DomainEvent> = Readonly<{
  /** The fact as it was appended. */
  event: E;
  /** The stream it belongs to: `order-1`. */
  streamName: string;
  /** Its number in the stream, from 0, without gaps. */
  revision: StreamRevision;
  /**
   * Its number in the whole store, from 1, so that 0 is the position before everything. Only its order counts: in
   * KurrentDB it is a place in the transaction log and leaves gaps.
   */
  position: number;
  /** Epoch milliseconds at which it was stored; when it happened is `event.occurredAt`. */
  recordedAt: number;
  metadata: EventMetadata;
}>;

/** What is told about an event that is no part of the fact. */
export type EventMetadata = Readonly<{
  /** The version of the shape of `data`. */
  schemaVersion: number;
  /** The business operation that the event belongs to. Elsewhere: `$correlationId` in KurrentDB. */
  correlationId?: string;
  /** The message that caused it. Elsewhere: `$causationId` in KurrentDB. */
  causationId?: string;
}>;

/** How to append. There is no default for the expectation: whoever wants no check says `'any'`. */
export interface AppendOptions {
  /** What the stream has to be like. */
  expectedRevision: ExpectedRevision;
  /** Goes to each of the events. Default `schemaVersion` 1. */
  metadata?: Partial<EventMetadata>;
}

/** What came of an append. */
export type AppendResult = Readonly<{
  /** The revision of the last of the appended events: what the same writer expects next. */
  nextExpectedRevision: StreamRevision;
  /** Whether these events were there already and nothing was written. */
  idempotent: boolean;
}>;

/** How to read a stream. All together: `from` … `to`, and of these the first `limit`. */
export interface ReadStreamOptions {
  /** Default `'forwards'`, the oldest event first. */
  direction?: 'forwards' | 'backwards';
  /** Where reading begins, inclusive. Default the first event of the stream, backwards the last. */
  fromRevision?: StreamRevision;
  /** Where it ends, inclusive. */
  toRevision?: StreamRevision;
  /** How many events at most. Elsewhere: `maxCount` in KurrentDB. */
  limit?: number;
}

/** How to read all streams together. */
export interface ReadAllOptions {
  /** The position behind which reading begins, exclusive. Default 0, from the first event of the store. */
  afterPosition?: number;
  /** How many events at most. */
  limit?: number;
}

/** Where a subscription begins, and who is told when it ends early. */
export interface SubscribeToAllOptions {
  /** The position behind which it begins, exclusive: the one that was handled last. Default 0. */
  afterPosition?: number;
  /** Is told what the handler threw. Without it, the error is logged. */
  onDropped?: (error: unknown) => void;
}

/**
 * Keeps events, each in its stream and all in one order. What is recorded never changes. Speaks the dialect of
 * KurrentDB (EventStoreDB), whose idempotent append is documented exactly.
 *
 * Elsewhere: `EventStore` in Emmett.
 */
export interface EventStore<E extends DomainEvent = DomainEvent> {
  /**
   * Appends all the events or none of them.
   *
   * Throws a {@link WrongExpectedVersionError} if the stream is not as expected, unless these very events stand where
   * they would have been written: then nothing is written and the result is `idempotent`. If only some of them stand
   * there, it is a conflict. With `'any'` and `'stream_exists'` they are sought among those written recently. The store
   * looks for no other repetition; an id that is appended again at the expected revision is recorded twice.
   *
   * Throws a TypeError for no events at all (so does Emmett in memory) and for events that are no plain data.
   *
   * Source: `IndexWriter.CheckCommit` of KurrentDB at 44996ed05.
   */
  appendToStream(streamName: string, events: readonly E[], options: AppendOptions): AppendResult;
  /** The events of a stream; none if there is no such stream. KurrentDB throws a `StreamNotFoundError` then. */
  readStream(streamName: string, options?: ReadStreamOptions): readonly RecordedEvent<E>[];
  /** The events of all streams in the order in which they were recorded. Elsewhere: `$all` in KurrentDB. */
  readAll(options?: ReadAllOptions): readonly RecordedEvent<E>[];
  /**
   * Hands over what is there already, then each event as soon as it is recorded, one after the other in the order of
   * the store. The subscriber keeps the position (catch-up subscription).
   *
   * What the handler throws ends its subscription and reaches nobody who appends: the events are recorded by then. Only
   * a `SimulatedCrash` goes on, for it ends who appends, too.
   */
  subscribeToAll(
    handler: (recorded: RecordedEvent<E>) => void,
    options?: SubscribeToAllOptions,
  ): Subscription;
}

/**
 * The stream is not what the writer took it for: somebody has appended meanwhile, or it was never there.
 *
 * Elsewhere: `WrongExpectedVersionError` in the KurrentDB client, `ExpectedVersionConflictError` in Emmett,
 * `EventAlreadyExistsError` in Castore; generally an optimistic concurrency conflict.
 */
export class WrongExpectedVersionError extends Error {
  /** The stream that was to be appended to. */
  readonly streamName: string;
  /** What the writer expected. */
  readonly expected: ExpectedRevision;
  /** The revision of its last event, or `'no_stream'`. */
  readonly actual: StreamRevision | 'no_stream';

  constructor(streamName: string, expected: ExpectedRevision, actual: StreamRevision | 'no_stream') {
    const asWords = (revision: ExpectedRevision): string =>
      typeof revision === 'number' ? `revision ${revision}` : revision;
    super(
      `${streamName}: expected ${asWords(expected)}, but found ${asWords(actual)}. ` +
        'Nothing was appended. Read the stream again and decide anew.',
    );
    this.name = 'WrongExpectedVersionError';
    this.streamName = streamName;
    this.expected = expected;
    this.actual = actual;
  }
}
