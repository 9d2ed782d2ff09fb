import { expect, it } from 'vitest';
import { during, fixedClock, note, scene } from 'past-tense/testing';
import {
  WrongExpectedVersionError,
  type DomainEvent,
  type EventStore,
  type ExpectedRevision,
} from './contracts.ts';
import { inMemoryEventStore } from './event-store.ts';

type LineAdded = DomainEvent<'LineAdded', { menu: { id: string }; portions: number }>;

// In Seoul, where Haru Kitchen is: 3 March 2026, 18:40.
const STORED_AT = Date.UTC(2026, 2, 3, 9, 40);
const STORED_LATER = STORED_AT + 60_000;
const HAPPENED_AT = STORED_AT - 90_000;

const EXPECTATIONS: readonly ExpectedRevision[] = ['no_stream', 'any', 'stream_exists', 0, 1, 2, 3];

/** Which of the expectations hold for a stream of 0, 1, 2 and 3 events. */
const HOLD: readonly (readonly ExpectedRevision[])[] = [
  ['no_stream', 'any'],
  ['any', 'stream_exists', 0],
  ['any', 'stream_exists', 1],
  ['any', 'stream_exists', 2],
];

it('gives the events of a stream back, in the order in which they were appended', () => {
  const { store, append } = kitchen();
  append('order-1', 'any', 'bibimbap');
  append('order-2', 'any', 'noodles');
  append('order-1', 'any', 'gimbap', 'cola');

  expect(
    menuIds(store.readStream('order-1')),
    'One append with one event, another with two: order-1 has three, the oldest first',
  ).toEqual(['bibimbap', 'gimbap', 'cola']);
  expect(menuIds(store.readStream('order-2')), 'order-2 has its own event and no other').toEqual(['noodles']);
  expect(menuIds(store.readStream('order-3')), 'There is no order-3, so there are no events').toEqual([]);
});

it('records with each event its stream, its revision, its position and the time', () => {
  const { store, append, clock } = kitchen();
  append('order-1', 'any', 'bibimbap');
  append('order-2', 'any', 'noodles');
  clock.moveTo(STORED_LATER);
  append('order-1', 'any', 'gimbap', 'cola');

  expect(
    store.readAll().map(({ streamName, revision }) => `${streamName}: ${revision}`),
    'Revisions count the events of one stream, from 0. What happens in order-2 is no business of order-1',
  ).toEqual(['order-1: 0', 'order-2: 0', 'order-1: 1', 'order-1: 2']);
  expect(
    store.readAll().map(({ position }) => position),
    'Positions count the events of the whole store, from 1',
  ).toEqual([1, 2, 3, 4]);
  expect(
    store.readAll().map(({ recordedAt }) => recordedAt),
    'recordedAt is the time of the clock when the event was stored. When it happened, the event says itself',
  ).toEqual([STORED_AT, STORED_AT, STORED_LATER, STORED_LATER]);
  expect(
    store.readStream('order-1')[2],
    'readStream and readAll give the same entries: the event as it was appended, and what the store knows of it',
  ).toEqual({
    event: lineAdded('cola', 4),
    streamName: 'order-1',
    revision: 2,
    position: 4,
    recordedAt: STORED_LATER,
  });
});

it('appends only if the stream is as expected', () => {
  HOLD.forEach((holding, length) => {
    for (const expected of EXPECTATIONS) {
      onStreamOf(length, expected, ({ append }) =>
        expect(
          append('order-1', expected, 'tea'),
          `A stream of ${events(length)}, and the append expects ${expected}`,
        ).toBe(holding.includes(expected) ? 'appended' : 'conflict'),
      );
    }
  });
});

it('says at a conflict which stream it was, what was expected and what is there', () => {
  HOLD.forEach((holding, length) => {
    for (const expected of EXPECTATIONS.filter((each) => !holding.includes(each))) {
      onStreamOf(length, expected, ({ conflicts, append }) => {
        append('order-1', expected, 'tea');

        expect(
          conflicts.map((error) => [error.streamName, error.expected, error.actual]),
          `A stream of ${events(length)}, and the append expects ${expected}. The error says what is there: the revision of the last event, or no_stream`,
        ).toEqual([['order-1', expected, length === 0 ? 'no_stream' : length - 1]]);
      });
    }
  });
});

it('leaves nothing behind of an append that is refused', () => {
  HOLD.forEach((holding, length) => {
    for (const expected of EXPECTATIONS.filter((each) => !holding.includes(each))) {
      onStreamOf(length, expected, ({ store, append }) => {
        const before = JSON.stringify(store.readAll());
        append('order-1', expected, 'tea', 'cake');

        expect(
          JSON.stringify(store.readAll()),
          `An append of two events was refused. Neither of them is in the store, and nobody can read them`,
        ).toBe(before);
        append('order-1', 'any', 'coffee');
        expect(
          store.readStream('order-1').map(({ revision }) => revision),
          'The append after the refused one goes on where the stream ended, without a gap',
        ).toEqual(Array.from({ length: length + 1 }, (_, revision) => revision));
        expect(
          store.readAll().map(({ position }) => position),
          'A refused append uses up no position: the positions of the store have no gap either',
        ).toEqual(store.readAll().map((_, index) => index + 1));
      });
    }
  });
});

it('returns what the same writer expects next', () => {
  const { store } = kitchenWith(0);
  const first = store.appendToStream('order-1', [lineAdded('tea', 1), lineAdded('cake', 2)], {
    expectedRevision: 'no_stream',
  });
  expect(first.nextExpectedRevision, 'Two events in a new stream: the last of them has revision 1').toBe(1);

  const second = attempt(() =>
    store.appendToStream('order-1', [lineAdded('coffee', 3)], {
      expectedRevision: first.nextExpectedRevision,
    }),
  );
  expect(
    second,
    'Nobody else has written. With the nextExpectedRevision of the first append, the second goes through',
  ).toBe('appended');
  expect(menuIds(store.readStream('order-1')), 'Both appends are in the stream').toEqual([
    'tea',
    'cake',
    'coffee',
  ]);
});

it('lets one of two writers through who have read the same', () => {
  for (const [winner, loser] of [
    ['Yuna', 'Taeho'],
    ['Taeho', 'Yuna'],
  ] as const) {
    const { store, append } = kitchenWith(2);
    const seen = store.readStream('order-1').at(-1)!.revision;
    const appendsAs = (writer: string) => scene(writer, writer, () => append('order-1', seen, writer));

    expect(
      [appendsAs(winner), appendsAs(loser)],
      'Yuna and Taeho have read the same two events. Who comes first is let through, and the other hears that the order has moved on',
    ).toEqual(['appended', 'conflict']);
    expect(menuIds(store.readStream('order-1')).at(-1), 'The event of the first of them is there').toBe(
      winner,
    );
  }
});

it('reads all streams together, behind a position', () => {
  const { store, append } = kitchen();
  append('order-1', 'any', 'bibimbap', 'gimbap');
  append('order-2', 'any', 'noodles');
  append('order-1', 'any', 'cola');
  const all = ['bibimbap', 'gimbap', 'noodles', 'cola'];

  expect(menuIds(store.readAll()), 'Without a position: from the beginning of the store').toEqual(all);
  for (let position = 0; position <= 4; position += 1) {
    expect(
      menuIds(store.readAll({ afterPosition: position })),
      `A reader has handled position ${position}. It wants what comes behind it, not that event again`,
    ).toEqual(all.slice(position));
  }
});

it('keeps what was appended, whatever becomes of the object', () => {
  const { store } = kitchen();
  const event = lineAdded('bibimbap', 1);
  const batch = [event];
  store.appendToStream('order-1', batch, { expectedRevision: 'no_stream' });

  tamper(() => Object.assign(event, { type: 'LineStolen' }));
  tamper(() => Object.assign(event.data, { portions: 99 }));
  tamper(() => Object.assign(event.data.menu, { id: 'caviar' }));
  tamper(() => batch.push(lineAdded('cake', 2)));

  expect(
    store.readStream('order-1').map((recorded) => recorded.event),
    'The caller went on working with its object and its list. What is recorded does not change with them, however deep the change',
  ).toEqual([lineAdded('bibimbap', 1)]);
});

it('keeps what was appended, whatever a reader does with it', () => {
  const { store, append } = kitchen();
  append('order-1', 'any', 'bibimbap', 'gimbap');

  for (const read of [() => store.readStream('order-1'), () => store.readAll()]) {
    tamper(() => Object.assign(read()[0]!.event.data.menu, { id: 'caviar' }));
    tamper(() => Object.assign(read()[0]!, { revision: 7 }));
    tamper(() => (read() as unknown[]).pop());
  }

  expect(
    [store.readStream('order-1'), store.readAll()].map((read) => [
      menuIds(read),
      read.map((each) => each.revision),
    ]),
    'A reader changed the list that it got, an entry of it and the data of an event. The next reader still reads what was recorded',
  ).toEqual([
    [
      ['bibimbap', 'gimbap'],
      [0, 1],
    ],
    [
      ['bibimbap', 'gimbap'],
      [0, 1],
    ],
  ]);
});

it('refuses to append no events at all', () => {
  for (const expected of ['any', 'no_stream'] as const) {
    const { store } = kitchen();
    expect(
      attempt(() => store.appendToStream('order-1', [], { expectedRevision: expected })),
      'An append without events has no revision to return. It throws a TypeError: somebody has forgotten that nothing was decided',
    ).toBe('TypeError');
  }
});

it('keeps the events of two stores apart', () => {
  const { append } = kitchen();
  const other = kitchen();
  append('order-1', 'no_stream', 'bibimbap');

  expect(
    other.append('order-1', 'no_stream', 'noodles'),
    'Two calls of inMemoryEventStore make two stores. What one holds, the other does not know',
  ).toBe('appended');
  expect(menuIds(other.store.readAll()), 'Each store has its own events').toEqual(['noodles']);
});

function kitchen() {
  const clock = fixedClock(STORED_AT);
  const store = noted(inMemoryEventStore<LineAdded>(clock));
  const conflicts: WrongExpectedVersionError[] = [];
  let count = 0;
  const append = (streamName: string, expected: ExpectedRevision, ...menus: readonly string[]): string => {
    const batch = menus.map((id) => lineAdded(id, (count += 1)));
    return attempt(() => store.appendToStream(streamName, batch, { expectedRevision: expected }), conflicts);
  };
  return { store, clock, conflicts, append };
}

/** A kitchen with so many events in order-1, and others around them. */
function kitchenWith(length: number) {
  const made = kitchen();
  scene(
    `${events(length)} in order-1, and others around`,
    `order-1에 이벤트 ${length}개, 그 앞뒤로 다른 이벤트`,
    () => {
      made.append('order-2', 'any', 'noodles', 'rice');
      for (let index = 0; index < length; index += 1) made.append('order-1', 'any', `menu-${index}`);
      made.append('order-2', 'any', 'soup');
    },
  );
  expect(
    made.store.readStream('order-1').length,
    'any means no check: each append to order-1 adds its event',
  ).toBe(length);
  return made;
}

function onStreamOf(
  length: number,
  expected: ExpectedRevision,
  play: (made: ReturnType<typeof kitchen>) => void,
): void {
  const ko = `이벤트 ${length}개인 스트림, 기대 리비전 ${expected}`;
  scene(`a stream of ${events(length)}, expected: ${expected}`, ko, () => play(kitchenWith(length)));
}

/** The learner's store, which tells the timeline what it answers. */
function noted(store: EventStore<LineAdded>): EventStore<LineAdded> {
  const read = <T>(name: string, entries: T): T => {
    const count = Array.isArray(entries) ? entries.length : 0;
    const label = { en: events(count), ko: `이벤트 ${count}개` };
    note({ kind: 'read', place: 'stream', name, label, payload: entries });
    return entries;
  };
  return {
    appendToStream(name, batch, options) {
      const menus = batch.map(({ data }) => data.menu.id).join(', ');
      const label = `append ${menus}; expected: ${options.expectedRevision}`;
      return during({ kind: 'command', place: 'caller', label }, () => {
        try {
          const result = store.appendToStream(name, batch, options);
          const first = result?.nextExpectedRevision - batch.length + 1;
          batch.forEach((event, index) =>
            note({
              kind: 'appended',
              place: 'stream',
              name,
              label: `LineAdded ${event.data.menu.id}`,
              payload: event,
              revision: first + index,
            }),
          );
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

function lineAdded(id: string, number: number): LineAdded {
  return {
    type: 'LineAdded',
    data: { menu: { id }, portions: 1 },
    eventId: `${id}-${number}`,
    occurredAt: HAPPENED_AT,
  };
}

function menuIds(read: readonly { event: LineAdded }[]): string[] {
  return read.map(({ event }) => event.data.menu.id);
}

function attempt(work: () => unknown, conflicts: WrongExpectedVersionError[] = []): string {
  try {
    work();
    return 'appended';
  } catch (error) {
    if (error instanceof WrongExpectedVersionError) {
      conflicts.push(error);
      return 'conflict';
    }
    return error instanceof TypeError ? 'TypeError' : `threw ${String(error)}`;
  }
}

/** A store may freeze what it keeps: then the change is refused, and that is fine as well. */
function tamper(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}

function events(length: number): string {
  return length === 1 ? '1 event' : `${length} events`;
}
