import { WrongExpectedVersionError } from './contracts.ts';
import type { Clock, DomainEvent, EventStore, ExpectedRevision, RecordedEvent } from './contracts.ts';

export function inMemoryEventStore<E extends DomainEvent>(clock: Clock): EventStore<E> {
  return new TapeStore<E>(clock);
}

type Entry = Readonly<{ streamName: string; revision: number; json: string; recordedAt: number }>;

/** Keeps each event as text, which nobody can change, and parses it anew for each reader. */
class TapeStore<E extends DomainEvent> implements EventStore<E> {
  readonly #clock: Clock;
  readonly #tape: Entry[] = [];
  readonly #lastRevisions = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  appendToStream(
    streamName: string,
    events: readonly E[],
    options: { readonly expectedRevision: ExpectedRevision },
  ): { readonly nextExpectedRevision: number } {
    const actual = this.#lastRevisions.get(streamName) ?? 'no_stream';
    const isRight = [actual, 'any', ...(actual === 'no_stream' ? [] : ['stream_exists'])];
    if (!isRight.includes(options.expectedRevision)) {
      throw new WrongExpectedVersionError(streamName, options.expectedRevision, actual);
    }
    const texts = events.map((event) => JSON.stringify(event));
    if (texts.length < 1) throw new TypeError('Nothing to append.');

    const recordedAt = this.#clock.now();
    let revision = actual === 'no_stream' ? -1 : actual;
    for (const json of texts) {
      revision += 1;
      this.#tape.push({ streamName, revision, json, recordedAt });
    }
    this.#lastRevisions.set(streamName, revision);
    return { nextExpectedRevision: revision };
  }

  readStream(streamName: string): RecordedEvent<E>[] {
    return this.readAll().filter((recorded) => recorded.streamName === streamName);
  }

  readAll({ afterPosition = 0 }: { readonly afterPosition?: number } = {}): RecordedEvent<E>[] {
    const recorded = this.#tape.map(({ json, ...entry }, index) => ({
      ...entry,
      position: index + 1,
      event: JSON.parse(json) as E,
    }));
    return recorded.slice(Math.max(0, afterPosition));
  }
}
