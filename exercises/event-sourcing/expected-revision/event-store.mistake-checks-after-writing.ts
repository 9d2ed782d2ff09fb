import {
  WrongExpectedVersionError,
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
    appendToStream(streamName, events, { expectedRevision }) {
      if (events.length === 0) throw new TypeError(`${streamName}: there is no event to append.`);
      const lastRevision = eventsOf(streamName).length - 1;
      const recordedAt = clock.now();
      const recorded = events.map((event, index) => ({
        event: structuredClone(event),
        streamName,
        revision: lastRevision + 1 + index,
        position: all.length + 1 + index,
        recordedAt,
      }));
      all.push(...recorded);
      if (!isAsExpected(expectedRevision, lastRevision)) {
        const actual = lastRevision < 0 ? 'no_stream' : lastRevision;
        throw new WrongExpectedVersionError(streamName, expectedRevision, actual);
      }
      return { nextExpectedRevision: lastRevision + events.length };
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
      return expected === lastRevision && lastRevision >= 0;
  }
}
