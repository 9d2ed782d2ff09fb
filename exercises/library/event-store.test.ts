import { describe, expect, it } from 'vitest';
import {
  inMemoryEventStore,
  WrongExpectedVersionError,
  type DomainEvent,
  type ExpectedRevision,
  type RecordedEvent,
} from './index.ts';
import { fixedClock } from './testing.ts';

const fact = (eventId: string, type = 'LineAdded'): DomainEvent => ({
  type,
  data: { menuId: 'm-1' },
  eventId,
  occurredAt: 0,
});

const facts = (ids: string): DomainEvent[] => ids.split('').map((id) => fact(id));

/** A store in which `order-1` has an event for each letter. */
function storeWith(ids: string, options: { rememberedIds?: number } = {}) {
  const clock = fixedClock(1_000);
  const store = inMemoryEventStore(clock, options);
  for (const id of ids.split('')) store.appendToStream('order-1', [fact(id)], { expectedRevision: 'any' });
  const idsOf = (recorded: readonly RecordedEvent[]): string =>
    recorded.map(({ event }) => event.eventId).join('');
  return {
    clock,
    store,
    append: (more: string, expectedRevision: ExpectedRevision, streamName = 'order-1') =>
      store.appendToStream(streamName, facts(more), { expectedRevision }),
    ids: (streamName = 'order-1') => idsOf(store.readStream(streamName)),
    idsOf,
  };
}

type Row = {
  stream: string;
  appended: string;
  expected: ExpectedRevision;
  /** What the stream holds afterwards, or what was found instead of what was expected. */
  then: { holds: string; next: number; idempotent?: boolean } | { actual: number | 'no_stream' };
};

const expectations: Row[] = [
  { stream: '', appended: 'a', expected: 'no_stream', then: { holds: 'a', next: 0 } },
  { stream: '', appended: 'ab', expected: 'any', then: { holds: 'ab', next: 1 } },
  { stream: '', appended: 'a', expected: 'stream_exists', then: { actual: 'no_stream' } },
  { stream: '', appended: 'a', expected: 0, then: { actual: 'no_stream' } },
  { stream: 'ab', appended: 'c', expected: 'no_stream', then: { actual: 1 } },
  { stream: 'ab', appended: 'c', expected: 'stream_exists', then: { holds: 'abc', next: 2 } },
  { stream: 'ab', appended: 'c', expected: 'any', then: { holds: 'abc', next: 2 } },
  { stream: 'ab', appended: 'cd', expected: 1, then: { holds: 'abcd', next: 3 } },
  { stream: 'ab', appended: 'c', expected: 0, then: { actual: 1 } },
  { stream: 'ab', appended: 'c', expected: 2, then: { actual: 1 } },
];

// The cases of `IndexWriter.CheckCommit` in KurrentDB at 44996ed05, in its order.
const repetitions: Row[] = [
  { stream: 'abc', appended: 'c', expected: 3, then: { actual: 2 } },
  { stream: 'abc', appended: 'c', expected: 2, then: { holds: 'abcc', next: 3 } },
  { stream: 'abc', appended: 'c', expected: 1, then: { holds: 'abc', next: 2, idempotent: true } },
  { stream: 'abc', appended: 'bc', expected: 0, then: { holds: 'abc', next: 2, idempotent: true } },
  { stream: 'abc', appended: 'b', expected: 0, then: { holds: 'abc', next: 1, idempotent: true } },
  {
    stream: 'abc',
    appended: 'abc',
    expected: 'no_stream',
    then: { holds: 'abc', next: 2, idempotent: true },
  },
  { stream: 'abc', appended: 'x', expected: 1, then: { actual: 2 } },
  { stream: 'abc', appended: 'xc', expected: 0, then: { actual: 2 } },
  { stream: 'abc', appended: 'bx', expected: 0, then: { actual: 2 } },
  { stream: 'abc', appended: 'bcd', expected: 0, then: { actual: 2 } },
  { stream: 'abc', appended: 'cb', expected: 0, then: { actual: 2 } },
  { stream: 'abc', appended: 'b', expected: 1, then: { actual: 2 } },
  { stream: 'abc', appended: 'bc', expected: 'any', then: { holds: 'abc', next: 2, idempotent: true } },
  {
    stream: 'abc',
    appended: 'a',
    expected: 'stream_exists',
    then: { holds: 'abc', next: 0, idempotent: true },
  },
  { stream: 'abc', appended: 'cd', expected: 'any', then: { actual: 2 } },
  { stream: 'abc', appended: 'cdb', expected: 'stream_exists', then: { actual: 2 } },
  { stream: 'abc', appended: 'dc', expected: 'any', then: { holds: 'abcdc', next: 4 } },
];

function check({ stream, appended, expected, then }: Row): void {
  const { append, ids } = storeWith(stream);
  const attempt = (): Row['then'] => {
    try {
      const { nextExpectedRevision, idempotent } = append(appended, expected);
      return { holds: ids(), next: nextExpectedRevision, idempotent };
    } catch (error) {
      return { actual: (error as WrongExpectedVersionError).actual };
    }
  };

  expect(attempt()).toEqual('actual' in then ? then : { idempotent: false, ...then });
  expect(ids(), 'nothing is left of what is refused').toBe('actual' in then ? stream : then.holds);
}

describe('an append', () => {
  it.each(expectations)('of "$appended" to "$stream" that expects $expected', check);

  it('tells which stream, what was expected and what was found', () => {
    const { append } = storeWith('ab');
    const conflict = (): unknown => append('x', 0);

    expect(conflict).toThrow(WrongExpectedVersionError);
    expect(conflict).toThrow(expect.objectContaining({ streamName: 'order-1', expected: 0, actual: 1 }));
    expect(conflict).toThrow(
      'order-1: expected revision 0, but found revision 1. Nothing was appended. Read the stream again and decide anew.',
    );
  });

  it('refuses to append nothing', () => {
    expect(() => storeWith('').append('', 'any')).toThrow('order-1: there is no event to append.');
  });

  it.each([-1, 0.5, Number.NaN])('refuses %s as a revision', (revision) => {
    expect(() => storeWith('').append('a', revision)).toThrow(`expectedRevision is ${revision}`);
  });

  it('leaves nothing behind when an event in it is no plain data', () => {
    const { store, ids } = storeWith('a');
    const broken = { ...fact('c'), data: { at: new Date(0) } };

    expect(() => store.appendToStream('order-1', [fact('b'), broken], { expectedRevision: 0 })).toThrow(
      'events[1].data.at is an object of class Date',
    );
    expect(ids()).toBe('a');
    expect(store.readAll()).toHaveLength(1);
  });
});

describe('an append that repeats ids', () => {
  it.each(repetitions)('of "$appended" to "$stream" that expects $expected', check);

  it('compares with its own stream only', () => {
    const { append, ids } = storeWith('abc');

    expect(append('abc', 'no_stream', 'order-2').idempotent).toBe(false);
    expect(append('a', 'any', 'order-3').idempotent).toBe(false);
    expect(ids('order-2')).toBe('abc');
  });

  it('is taken for new with "any" when too much was written since, and found with a revision', () => {
    const { append, ids } = storeWith('abc', { rememberedIds: 2 });

    expect(append('b', 'any')).toEqual({ nextExpectedRevision: 1, idempotent: true });
    expect(append('a', 'no_stream')).toEqual({ nextExpectedRevision: 0, idempotent: true });
    expect(append('a', 'any')).toEqual({ nextExpectedRevision: 3, idempotent: false });
    expect(ids()).toBe('abca');
  });

  it('tells the reader nothing again', () => {
    const { append, store } = storeWith('abc');
    const heard: string[] = [];
    store.subscribeToAll(({ event }) => heard.push(event.eventId), { afterPosition: 3 });

    append('bc', 0);

    expect(heard).toEqual([]);
  });
});

describe('what is recorded', () => {
  it('has its revision in the stream, its position in the store and the time of the store', () => {
    const { store, append, clock } = storeWith('');
    append('a', 'no_stream', 'order-1');
    clock.moveTo(2_000);
    append('b', 'no_stream', 'order-2');
    append('cd', 0, 'order-1');

    expect(
      store
        .readAll()
        .map((each) => [each.position, each.streamName, each.revision, each.event.eventId, each.recordedAt]),
    ).toEqual([
      [1, 'order-1', 0, 'a', 1_000],
      [2, 'order-2', 0, 'b', 2_000],
      [3, 'order-1', 1, 'c', 2_000],
      [4, 'order-1', 2, 'd', 2_000],
    ]);
  });

  it('has the metadata of its append, with the first version of the shape unless told otherwise', () => {
    const { store } = storeWith('');
    const append = (id: string, metadata?: object): unknown =>
      store.appendToStream('order-1', [fact(id)], { expectedRevision: 'any', ...(metadata && { metadata }) });
    append('a');
    append('b', { schemaVersion: 2, correlationId: 'request-1', causationId: 'a' });

    expect(store.readStream('order-1').map(({ metadata }) => metadata)).toEqual([
      { schemaVersion: 1 },
      { schemaVersion: 2, correlationId: 'request-1', causationId: 'a' },
    ]);
  });

  it('does not change, whatever happens to what was appended or read', () => {
    const { store } = storeWith('');
    const data = { lines: ['m-1'] };
    const events = [{ ...fact('a'), data }];
    store.appendToStream('order-1', events, { expectedRevision: 'no_stream' });

    data.lines.push('m-2');
    events.push({ ...fact('b'), data });
    (store.readStream('order-1') as RecordedEvent[]).length = 0;
    (store.readAll() as RecordedEvent[]).length = 0;

    const [recorded] = store.readStream('order-1');
    expect(recorded?.event.data).toEqual({ lines: ['m-1'] });
    expect(store.readAll()).toEqual([recorded]);
    for (const part of [recorded, recorded?.event.data, recorded?.metadata]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });
});

describe('reading', () => {
  it.each([
    { options: {}, read: 'abcd' },
    { options: { fromRevision: 1 }, read: 'bcd' },
    { options: { toRevision: 2 }, read: 'abc' },
    { options: { fromRevision: 1, toRevision: 2 }, read: 'bc' },
    { options: { fromRevision: 4 }, read: '' },
    { options: { limit: 2 }, read: 'ab' },
    { options: { fromRevision: 1, limit: 2 }, read: 'bc' },
    { options: { direction: 'backwards' }, read: 'dcba' },
    { options: { direction: 'backwards', limit: 1 }, read: 'd' },
    { options: { direction: 'backwards', fromRevision: 1 }, read: 'ba' },
    { options: { direction: 'backwards', fromRevision: 2, toRevision: 1 }, read: 'cb' },
  ] as const)('a stream with $options', ({ options, read }) => {
    const { store, append, idsOf } = storeWith('abcd');
    append('x', 'no_stream', 'order-2');

    expect(idsOf(store.readStream('order-1', options))).toBe(read);
  });

  it.each([
    { options: {}, read: 'abxc' },
    { options: { afterPosition: 0 }, read: 'abxc' },
    { options: { afterPosition: 2 }, read: 'xc' },
    { options: { afterPosition: 4 }, read: '' },
    { options: { afterPosition: 1, limit: 2 }, read: 'bx' },
  ])('all streams with $options', ({ options, read }) => {
    const { store, append, idsOf } = storeWith('ab');
    append('x', 'no_stream', 'order-2');
    append('c', 1);

    expect(idsOf(store.readAll(options))).toBe(read);
  });

  it('finds nothing in a stream that is not there', () => {
    expect(storeWith('a').store.readStream('order-2')).toEqual([]);
  });
});

describe('a subscription', () => {
  it.each([
    { afterPosition: undefined, heard: 'abcd' },
    { afterPosition: -1, heard: 'abcd' },
    { afterPosition: 1, heard: 'bcd' },
    { afterPosition: 3, heard: 'd' },
  ])('behind $afterPosition hears what is there and what comes', ({ afterPosition, heard }) => {
    const { store, append } = storeWith('ab');
    let ids = '';
    store.subscribeToAll(
      ({ event }) => (ids += event.eventId),
      afterPosition === undefined ? {} : { afterPosition },
    );

    append('c', 1);
    append('d', 'no_stream', 'order-2');

    expect(ids).toBe(heard);
  });

  it('hears in the order of the store, also what its handlers append', () => {
    const { store, append } = storeWith('');
    const heard: string[] = [];
    store.subscribeToAll(({ event }) => {
      if (event.eventId === 'a') append('b', 'no_stream', 'bill-1');
      heard.push(`first ${event.eventId}`);
    });
    store.subscribeToAll(({ event }) => heard.push(`second ${event.eventId}`));

    append('a', 'no_stream');

    expect(heard.filter((each) => each.startsWith('first'))).toEqual(['first a', 'first b']);
    expect(heard.filter((each) => each.startsWith('second'))).toEqual(['second a', 'second b']);
  });

  it('ends at once, even from inside its handler', () => {
    const { store, append } = storeWith('');
    let ids = '';
    const subscription = store.subscribeToAll(({ event }) => {
      ids += event.eventId;
      if (event.eventId === 'b') subscription.unsubscribe();
    });

    append('abc', 'no_stream');
    append('d', 2);

    expect(ids).toBe('ab');
  });

  it('is dropped when its handler throws, and the append stands', () => {
    const { store, append, ids } = storeWith('');
    const dropped: unknown[] = [];
    let calls = 0;
    const failing = (): void => {
      calls += 1;
      throw new Error('down');
    };
    let heard = '';
    store.subscribeToAll(failing, { onDropped: (error) => dropped.push(error) });
    store.subscribeToAll(({ event }) => (heard += event.eventId));

    append('a', 'no_stream');
    append('b', 0);

    expect(dropped).toEqual([new Error('down')]);
    expect(calls).toBe(1);
    expect([ids(), heard]).toEqual(['ab', 'ab']);
  });
});
