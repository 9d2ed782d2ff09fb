import type { Clock, DomainEvent } from 'past-tense';

export type { Clock, DomainEvent };

/** The number of an event in its stream: the first has 0. */
export type StreamRevision = number;

/** What the stream has to be like for an append: its last event has this revision, it has no events, some, or whatever. */
export type ExpectedRevision = StreamRevision | 'no_stream' | 'stream_exists' | 'any';

export type RecordedEvent<E extends DomainEvent> = Readonly<{
  event: E;
  streamName: string;
  /** Its number in the stream, from 0. */
  revision: StreamRevision;
  /** Its number in the whole store, from 1. */
  position: number;
  /** When it was stored, in epoch milliseconds. */
  recordedAt: number;
}>;

export type AppendResult = Readonly<{
  /** The revision of the last of the appended events. */
  nextExpectedRevision: StreamRevision;
  /** Whether these very events were there already, so that nothing was written. */
  idempotent: boolean;
}>;

export interface EventStore<E extends DomainEvent> {
  /** Appends all the events or none of them. */
  appendToStream(
    streamName: string,
    events: readonly E[],
    options: { readonly expectedRevision: ExpectedRevision },
  ): AppendResult;
  /** The events of a stream, the oldest first; none if there is no such stream. */
  readStream(streamName: string): readonly RecordedEvent<E>[];
  /** The events of all streams in the order in which they were recorded, those behind `afterPosition` only. */
  readAll(options?: { readonly afterPosition?: number }): readonly RecordedEvent<E>[];
}

/** The stream is not what the writer took it for. */
export class WrongExpectedVersionError extends Error {
  readonly streamName: string;
  readonly expected: ExpectedRevision;
  readonly actual: StreamRevision | 'no_stream';

  constructor(streamName: string, expected: ExpectedRevision, actual: StreamRevision | 'no_stream') {
    super(`${streamName}: expected ${expected}, but found ${actual}.`);
    this.name = 'WrongExpectedVersionError';
    this.streamName = streamName;
    this.expected = expected;
    this.actual = actual;
  }
}
