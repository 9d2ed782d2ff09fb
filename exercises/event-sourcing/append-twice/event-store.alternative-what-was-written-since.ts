import {
  WrongExpectedVersionError,
  type AppendResult,
  type Clock,
  type DomainEvent,
  type EventStore,
  type ExpectedRevision,
  type RecordedEvent,
} from './contracts.ts';

export function inMemoryEventStore<E extends DomainEvent>(clock: Clock): EventStore<E> {
  const all: RecordedEvent<E>[] = [];
  const eventsOf = (streamName: string) => all.filter((recorded) => recorded.streamName === streamName);

  return {
    appendToStream(streamName, events, { expectedRevision }): AppendResult {
      if (events.length === 0) throw new TypeError(`${streamName}: there is no event to append.`);
      const stream = eventsOf(streamName);
      const since = writtenSince(stream, expectedRevision);
      if (since === 'never seen') throw conflict(streamName, expectedRevision, stream);

      if (since.length > 0) {
        const idsOf = (each: readonly DomainEvent[]) => JSON.stringify(each.map(({ eventId }) => eventId));
        const there = since.slice(0, events.length);
        if (idsOf(there.map(({ event }) => event)) !== idsOf(events)) {
          throw conflict(streamName, expectedRevision, stream);
        }
        return { nextExpectedRevision: there.at(-1)!.revision, idempotent: true };
      }

      const recordedAt = clock.now();
      events.forEach((event, index) => {
        const revision = stream.length + index;
        all.push({
          event: structuredClone(event),
          streamName,
          revision,
          position: all.length + 1,
          recordedAt,
        });
      });
      return { nextExpectedRevision: stream.length + events.length - 1, idempotent: false };
    },
    readStream: (streamName) => structuredClone(eventsOf(streamName)),
    readAll: ({ afterPosition = 0 } = {}) =>
      structuredClone(all.filter(({ position }) => position > afterPosition)),
  };
}

/** What the writer has not seen of the stream; whoever does not say where it was misses nothing. */
function writtenSince<E extends DomainEvent>(
  stream: readonly RecordedEvent<E>[],
  expected: ExpectedRevision,
): readonly RecordedEvent<E>[] | 'never seen' {
  if (expected === 'any') return [];
  if (expected === 'stream_exists') return stream.length > 0 ? [] : 'never seen';
  if (expected === 'no_stream') return stream;
  return expected < stream.length ? stream.slice(expected + 1) : 'never seen';
}

function conflict(
  streamName: string,
  expected: ExpectedRevision,
  stream: readonly RecordedEvent<DomainEvent>[],
): WrongExpectedVersionError {
  return new WrongExpectedVersionError(streamName, expected, stream.at(-1)?.revision ?? 'no_stream');
}
