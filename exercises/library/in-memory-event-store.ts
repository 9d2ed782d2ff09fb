import { decideAppend } from './append-decision.ts';
import {
  WrongExpectedVersionError,
  type EventStore,
  type ExpectedRevision,
  type RecordedEvent,
} from './event-store.ts';
import type { Clock, DomainEvent } from './messages.ts';
import { copyOfPlainData, deepFreeze } from './plain-data.ts';
import { during, note } from './recording.ts';
import { rethrowCrash } from './simulated-crash.ts';

/**
 * An event store that lives as long as the object. What is recorded is a frozen copy: nobody can change it later, not
 * even through the object that was appended.
 *
 * @param clock Is asked once per append, for `recordedAt`.
 * @param options `rememberedIds`: among how many events written last, in whatever stream, an append with `'any'` or
 * `'stream_exists'` looks for its own. Default 1,000. KurrentDB limits it, too, so with these two a repetition that
 * comes late is recorded twice.
 */
export function inMemoryEventStore<E extends DomainEvent = DomainEvent>(
  clock: Clock,
  options: { rememberedIds?: number } = {},
): EventStore<E> {
  const { rememberedIds = 1_000 } = options;
  const all: RecordedEvent<E>[] = [];
  const streams = new Map<string, RecordedEvent<E>[]>();
  const deliveries = new Set<() => void>();

  const recentRevisionOf = (eventId: string, streamName: string): number | undefined => {
    const remembered = all.slice(Math.max(0, all.length - rememberedIds));
    const latest = remembered.findLast(({ event }) => event.eventId === eventId);
    return latest?.streamName === streamName ? latest.revision : undefined;
  };

  return {
    appendToStream(streamName, events, { expectedRevision, metadata }) {
      if (events.length === 0) throw new TypeError(`${streamName}: there is no event to append.`);
      refuseImpossible(expectedRevision);
      const stream = streams.get(streamName) ?? [];
      const lastRevision = stream.length - 1;
      const decision = decideAppend(
        events.map(({ eventId }) => eventId),
        expectedRevision,
        {
          lastRevision,
          eventIdAt: (revision) => stream[revision]?.event.eventId,
          recentRevisionOf: (eventId) => recentRevisionOf(eventId, streamName),
        },
      );
      switch (decision.kind) {
        case 'conflict': {
          const actual = lastRevision < 0 ? 'no_stream' : lastRevision;
          const label = `${expectedRevision} ≠ ${actual}`;
          note({ kind: 'conflict', place: 'stream', name: streamName, label });
          throw new WrongExpectedVersionError(streamName, expectedRevision, actual);
        }
        case 'repeated':
          note({ kind: 'repeated', place: 'stream', name: streamName, label: typesOf(events) });
          return { nextExpectedRevision: decision.lastRevision, idempotent: true };
        case 'append': {
          const recordedAt = clock.now();
          const recorded = events.map((event, index) =>
            deepFreeze({
              event: copyOfPlainData(event, `events[${index}]`),
              streamName,
              revision: stream.length + index,
              position: all.length + 1 + index,
              recordedAt,
              metadata: copyOfPlainData({ schemaVersion: 1, ...metadata }, 'metadata'),
            }),
          );
          all.push(...recorded);
          streams.set(streamName, [...stream, ...recorded]);
          recorded.forEach(noteAppended);
          for (const deliver of deliveries) deliver();
          return { nextExpectedRevision: lastRevision + events.length, idempotent: false };
        }
      }
    },

    readStream(streamName, { direction = 'forwards', fromRevision, toRevision, limit } = {}) {
      const stream = streams.get(streamName) ?? [];
      const [first = 0, last = Infinity] =
        direction === 'forwards' ? [fromRevision, toRevision] : [toRevision, fromRevision];
      const read = stream.filter(({ revision }) => first <= revision && revision <= last);
      const wanted = (direction === 'forwards' ? read : read.toReversed()).slice(0, limit);
      noteRead(streamName, wanted.length);
      return wanted;
    },

    readAll({ afterPosition = 0, limit } = {}) {
      const wanted = all.filter(({ position }) => position > afterPosition).slice(0, limit);
      noteRead('$all', wanted.length);
      return wanted;
    },

    subscribeToAll(handler, { afterPosition = 0, onDropped = logDropped } = {}) {
      let handedOver = Math.max(0, afterPosition);
      let isDelivering = false;
      const deliver = (): void => {
        // A handler that appends gets its own event after it has returned, by the loop that called it.
        if (isDelivering) return;
        isDelivering = true;
        try {
          while (deliveries.has(deliver) && handedOver < all.length) {
            handedOver += 1;
            const recorded = all[handedOver - 1]!;
            const label = recorded.event.type;
            during(
              { kind: 'listener', place: 'listener', name: 'subscribeToAll', label, cause: recorded },
              () => handler(recorded),
            );
          }
        } catch (error) {
          deliveries.delete(deliver);
          rethrowCrash(error);
          onDropped(error);
        } finally {
          isDelivering = false;
        }
      };
      deliveries.add(deliver);
      deliver();
      return { unsubscribe: () => void deliveries.delete(deliver) };
    },
  };
}

function refuseImpossible(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !(Number.isInteger(expected) && expected >= 0)) {
    throw new RangeError(
      `expectedRevision is ${expected}, but revisions are whole numbers from 0. For a new stream, expect 'no_stream'.`,
    );
  }
}

function logDropped(error: unknown): void {
  console.error('A subscription was dropped, because its handler threw:', error);
}

function noteAppended(recorded: RecordedEvent): void {
  const { event, streamName, revision } = recorded;
  note({
    kind: 'appended',
    place: 'stream',
    name: streamName,
    label: event.type,
    payload: event,
    revision,
    as: recorded,
  });
}

function noteRead(streamName: string, count: number): void {
  const label = { en: count === 1 ? '1 event' : `${count} events`, ko: `이벤트 ${count}개` };
  note({ kind: 'read', place: 'stream', name: streamName, label });
}

const typesOf = (events: readonly DomainEvent[]): string => events.map(({ type }) => type).join(', ');
