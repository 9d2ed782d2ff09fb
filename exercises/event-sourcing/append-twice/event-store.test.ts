import { expect, it } from 'vitest';
import { during, fixedClock, note, scene } from 'past-tense/testing';
import {
  WrongExpectedVersionError,
  type AppendResult,
  type DomainEvent,
  type EventStore,
  type ExpectedRevision,
} from './contracts.ts';
import { inMemoryEventStore } from './event-store.ts';

type LineAdded = DomainEvent<'LineAdded', { menuId: string }>;

it('writes once what is sent twice', () => {
  const { store, append, ids } = kitchen('a');

  const first = append(0, 'b', 'c');
  lost();
  const second = append(0, 'b', 'c');

  expect(first, 'The first time the events are written').toEqual({
    nextExpectedRevision: 2,
    idempotent: false,
  });
  expect(
    typeof second === 'string' ? second : second.nextExpectedRevision,
    'The answer was lost, and the tablet sends the same append again: the same ids, the same expectation. It gets the answer that it should have had',
  ).toBe(2);
  expect(second, 'idempotent says that the events were there already and nothing was written').toEqual({
    nextExpectedRevision: 2,
    idempotent: true,
  });
  expect(ids(), 'The stream holds each event once').toBe('abc');
  expect(store.readAll().length, 'And so does the whole store').toBe(3);
});

it('writes the first events of a stream once', () => {
  const { append, ids } = kitchen();
  append('no_stream', 'a', 'b');
  lost();

  expect(
    append('no_stream', 'a', 'b'),
    'An order was placed, the answer lost, and it is placed again with the same ids. no_stream names a place, too: the beginning',
  ).toEqual({ nextExpectedRevision: 1, idempotent: true });
  expect(ids(), 'The stream holds each event once').toBe('ab');
});

it('answers a repetition that comes late, when others have written since', () => {
  const { append, ids } = kitchen('a', 'b', 'c', 'd', 'e');

  expect(
    append(0, 'b', 'c'),
    'Others have written d and e since. b and c stand where they would have been written, and their last one has revision 2: that is the answer to this append, wherever the stream ends now',
  ).toEqual({ nextExpectedRevision: 2, idempotent: true });
  expect(ids(), 'Nothing is written').toBe('abcde');
});

it('knows an event by its id, and not by what it says', () => {
  const one = kitchen('a', 'b');
  expect(
    one.append(0, { id: 'x', menuId: 'menu-b' }),
    'A second bibimbap at the same table: the same type and data as b, and another id. That is another fact, and for it the stream has moved on',
  ).toBe('conflict');
  expect(one.ids(), 'Nothing is written').toBe('ab');

  const other = kitchen('a', 'b');
  expect(
    other.append(0, { id: 'b', menuId: 'corrected spelling' }),
    'The id is that of b. The store compares ids, as KurrentDB does, and does not look into the event',
  ).toEqual({ nextExpectedRevision: 1, idempotent: true });
});

it('takes only the whole append for a repetition', () => {
  for (const batch of [
    ['b', 'x'],
    ['x', 'c'],
    ['b', 'c', 'x'],
    ['b', 'x', 'd'],
  ]) {
    brings(batch, 0, ({ append, ids }) => {
      expect(
        append(0, ...batch),
        `Behind revision 0 stand b, c and d, and the append brings ${batch.join(', ')}. Some of it is there and some is not: this was never one append, and nobody can say what was meant`,
      ).toBe('conflict');
      expect(ids(), 'A conflict writes nothing, not even what is missing').toBe('abcd');
    });
  }
});

it('looks only where the events would have been written', () => {
  const { append, ids } = kitchen('a', 'b', 'c', 'd');

  expect(
    append(0, 'c', 'd'),
    'c and d are in the stream, but not directly behind revision 0: b came in between. Whoever expected 0 has not seen it',
  ).toBe('conflict');
  expect(append(0, 'c', 'b'), 'The same events in another order are another append').toBe('conflict');
  expect(ids(), 'Nothing is written').toBe('abcd');
});

it('lets the same ids into another stream', () => {
  const { store, append, ids } = kitchen('a', 'b');

  expect(
    attempt(() =>
      store.appendToStream('order-2', [lineAdded('a'), lineAdded('b')], { expectedRevision: 'no_stream' }),
    ),
    'order-2 does not hold these events yet. What stands in order-1 is no repetition there',
  ).toEqual({ nextExpectedRevision: 1, idempotent: false });
  expect(store.readStream('order-2').length, 'Both events are in order-2').toBe(2);
  append(1, 'c');
  expect(ids(), 'And order-1 goes on as before').toBe('abc');
});

it('decides every case of a small stream by the rule', () => {
  const expectations: readonly ExpectedRevision[] = ['no_stream', 0, 1, 2, 3, 4];
  for (const expected of expectations) {
    scene(`expected: ${expected}`, `기대 리비전 ${expected}`, () => {
      for (const batch of batchesOf('abcdx', 3)) {
        const [because, outcome, stream] = theRule(expected, batch);
        const what = `The stream is a, b, c, d. The append expects ${expected} and brings ${batch.split('').join(', ')}`;

        brings(batch.split(''), expected, ({ append, ids }) => {
          expect(append(expected, ...batch.split('')), `${what}. ${because}`).toEqual(outcome);
          expect(ids(), `${what}. ${because}: the stream afterwards`).toBe(stream);
        });
      }
    });
  }
});

/** What becomes of this batch behind the stream abcd: why, the answer, and the stream afterwards. */
function theRule(expected: ExpectedRevision, batch: string): [string, AppendResult | string, string] {
  const there = 'abcd';
  const behind = expected === 'no_stream' ? 0 : Number(expected) + 1;
  const nextExpectedRevision = behind + batch.length - 1;
  if (behind === there.length) {
    return [
      'It expects the end of the stream, so it is written',
      { nextExpectedRevision, idempotent: false },
      there + batch,
    ];
  }
  return behind < there.length && there.startsWith(batch, behind)
    ? ['All of that stands there, so it is a repetition', { nextExpectedRevision, idempotent: true }, there]
    : ['That is a conflict', 'conflict', there];
}

it('appends as before where nothing is repeated', () => {
  const { store, append, ids } = kitchen('a');

  expect(append('stream_exists', 'b'), 'There is a stream').toEqual({
    nextExpectedRevision: 1,
    idempotent: false,
  });
  expect(append('any', 'c', 'd'), 'any is no expectation').toEqual({
    nextExpectedRevision: 3,
    idempotent: false,
  });
  expect(
    attempt(() => store.appendToStream('order-1', [], { expectedRevision: 'any' })),
    'No events are no append',
  ).toBe('TypeError');
  expect(ids(), 'Each event stands once, in the order of appending').toBe('abcd');
  expect(
    store.readAll({ afterPosition: 1 }).map(({ position, revision }) => [position, revision]),
    'Positions and revisions go on without a gap',
  ).toEqual([
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
});

it('writes a second time where the expectation names no place', () => {
  for (const expected of ['any', 'stream_exists'] as const) {
    const { append, ids } = kitchen('a', 'b');

    expect(
      append(expected, 'b'),
      `${expected} does not say where b would have been written, so this store looks nowhere and writes it`,
    ).toEqual({ nextExpectedRevision: 2, idempotent: false });
    expect(ids(), `${expected}: b stands in the stream twice`).toBe('abb');
  }
});

it('says at a conflict what is there', () => {
  for (const [streamName, expectedRevision, actual] of [
    ['order-1', 'no_stream', 0],
    ['order-1', 4, 0],
    ['order-2', 'stream_exists', 'no_stream'],
    ['order-2', 0, 'no_stream'],
  ] as const) {
    const { store } = kitchen('a');
    let error: unknown;
    try {
      store.appendToStream(streamName, [lineAdded('z')], { expectedRevision });
    } catch (caught) {
      error = caught;
    }

    expect(error, `${streamName} is not as expected: the error says what is there`).toMatchObject({
      streamName,
      expected: expectedRevision,
      actual,
    });
  }
});

/** order-1 with these events, each of which was appended by itself. */
function kitchen(...written: readonly string[]) {
  const made = inMemoryEventStore<LineAdded>(fixedClock(0));
  written.forEach((id, index) =>
    made.appendToStream('order-1', [lineAdded(id)], {
      expectedRevision: index === 0 ? 'no_stream' : index - 1,
    }),
  );
  note({ kind: 'read', place: 'stream', name: 'order-1', label: written.join(', ') || '–' });
  const store = noted(made);
  return {
    store,
    append: (
      expectedRevision: ExpectedRevision,
      ...batch: readonly (string | { id: string; menuId: string })[]
    ) =>
      attempt(() =>
        store.appendToStream(
          'order-1',
          batch.map((each) => (typeof each === 'string' ? lineAdded(each) : lineAdded(each.id, each.menuId))),
          { expectedRevision },
        ),
      ),
    ids: () =>
      store
        .readStream('order-1')
        .map(({ event }) => event.eventId)
        .join(''),
  };
}

/** Plays the scene in which this batch comes to the stream abcd. */
function brings(
  batch: readonly string[],
  expected: ExpectedRevision,
  play: (made: ReturnType<typeof kitchen>) => void,
): void {
  const what = `a, b, c, d ← ${batch.join(', ')}`;
  scene(`${what}; expected: ${expected}`, `${what}; 기대 리비전 ${expected}`, () =>
    play(kitchen('a', 'b', 'c', 'd')),
  );
}

/** Tells the timeline that the tablet does not hear what came of its append. */
function lost(): void {
  const name = { en: 'tablet', ko: '태블릿' };
  const label = { en: 'the answer is lost on the way', ko: '응답이 도중에 사라집니다' };
  note({ kind: 'message', place: 'external', name, label });
}

/** The learner's store, which tells the timeline what it answers. */
function noted(store: EventStore<LineAdded>): EventStore<LineAdded> {
  const read = <T>(name: string, entries: T): T => {
    const count = Array.isArray(entries) ? entries.length : 0;
    const label = { en: count === 1 ? '1 event' : `${count} events`, ko: `이벤트 ${count}개` };
    note({ kind: 'read', place: 'stream', name, label, payload: entries });
    return entries;
  };
  return {
    appendToStream(name, batch, options) {
      const ids = batch.map(({ eventId }) => eventId).join(', ');
      const label = `append ${ids}; expected: ${options.expectedRevision}`;
      return during({ kind: 'command', place: 'caller', label }, () => {
        try {
          const result = store.appendToStream(name, batch, options);
          const first = result?.nextExpectedRevision - batch.length + 1;
          if (result?.idempotent) note({ kind: 'repeated', place: 'stream', name, label: ids });
          else {
            batch.forEach((event, index) =>
              note({
                kind: 'appended',
                place: 'stream',
                name,
                label: event.eventId,
                payload: event,
                revision: first + index,
              }),
            );
          }
          return result;
        } catch (error) {
          if (error instanceof WrongExpectedVersionError) {
            note({ kind: 'conflict', place: 'stream', name, label: `${error.expected} ≠ ${error.actual}` });
          }
          throw error;
        }
      });
    },
    readStream: (name) => read(name, store.readStream(name)),
    readAll: (...options) => read('$all', store.readAll(...options)),
  };
}

function lineAdded(eventId: string, menuId = `menu-${eventId}`): LineAdded {
  return { type: 'LineAdded', data: { menuId }, eventId, occurredAt: 0 };
}

function attempt(work: () => AppendResult): AppendResult | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) return 'conflict';
    return error instanceof TypeError ? 'TypeError' : `threw ${String(error)}`;
  }
}

/** Every text of 1 to `longest` of these letters. */
function batchesOf(letters: string, longest: number): string[] {
  if (longest === 0) return [];
  const shorter = batchesOf(letters, longest - 1);
  const begun = longest === 1 ? [''] : shorter.filter(({ length }) => length === longest - 1);
  return [...shorter, ...begun.flatMap((batch) => letters.split('').map((letter) => batch + letter))];
}
