import {
  WrongExpectedVersionError,
  type Clock,
  type DomainEvent,
  type EventStore,
  type ExpectedRevision,
  type RecordedEvent,
  type StreamRevision,
} from './contracts.ts';

export function inMemoryEventStore<E extends DomainEvent>(clock: Clock): EventStore<E> {
  const all: RecordedEvent<E>[] = [];
  const eventsOf = (streamName: string) => all.filter((recorded) => recorded.streamName === streamName);

  return {
    appendToStream(streamName, events, { expectedRevision }) {
      if (events.length === 0) throw new TypeError(`${streamName}: there is no event to append.`);
      const stream = eventsOf(streamName);
      const lastRevision = stream.length - 1;
      const known = new Set(stream.map(({ event }) => event.eventId));
      const begin = placeBehind(expectedRevision);
      if (begin !== undefined && begin <= lastRevision && known.has(events[0]!.eventId)) {
        const missing = events.filter(({ eventId }) => !known.has(eventId));
        missing.forEach((event, index) =>
          all.push({
            event: structuredClone(event),
            streamName,
            revision: lastRevision + 1 + index,
            position: all.length + 1,
            recordedAt: clock.now(),
          }),
        );
        return { nextExpectedRevision: lastRevision + missing.length, idempotent: missing.length === 0 };
      }
      if (!isAsExpected(expectedRevision, lastRevision)) {
        const actual = lastRevision < 0 ? 'no_stream' : lastRevision;
        throw new WrongExpectedVersionError(streamName, expectedRevision, actual);
      }
      const recordedAt = clock.now();
      const recorded = events.map((event, index) => ({
        event: structuredClone(event),
        streamName,
        revision: lastRevision + 1 + index,
        position: all.length + 1 + index,
        recordedAt,
      }));
      all.push(...recorded);
      return { nextExpectedRevision: lastRevision + events.length, idempotent: false };
    },
    readStream: (streamName) => structuredClone(eventsOf(streamName)),
    readAll: ({ afterPosition = 0 } = {}) =>
      structuredClone(all.filter(({ position }) => position > afterPosition)),
  };
}

/** `lastRevision` is -1 of a stream without events. */
function isAsExpected(expected: ExpectedRevision, lastRevision: number): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no_stream':
      return lastRevision < 0;
    case 'stream_exists':
      return lastRevision >= 0;
    default:
      return expected === lastRevision;
  }
}

/** The revision that the first appended event would have had; undefined if the expectation names no place. */
function placeBehind(expected: ExpectedRevision): StreamRevision | undefined {
  if (expected === 'no_stream') return 0;
  return typeof expected === 'number' ? expected + 1 : undefined;
}
