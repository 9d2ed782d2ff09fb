import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AggregateRoot,
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  inMemoryEventStore,
  manualScheduler,
  publishingRepository,
  tableRepository,
  transactionManager,
} from '../../exercises/library/index.ts';
import { listenWith, note, during } from '../../exercises/library/recording.ts';
import {
  faultInjector,
  fixedClock,
  runUntilCrash,
  scene,
  sequentialIds,
} from '../../exercises/library/testing.ts';
import { createRecorder, type RunRecorder } from './recorder.ts';
import { readRecording, recordingLimits, type Entry, type Recording } from './recording.ts';

let recorder: RunRecorder;
beforeEach(() => {
  recorder = createRecorder();
  listenWith(recorder.listener);
});
afterEach(() => listenWith(undefined));

/** The recording of the work, as it comes out of the sandbox. */
function record(work: () => void, passed = true): Recording {
  recorder.begin();
  try {
    work();
  } catch {
    recorder.failed();
  }
  const recording = recorder.end(passed)!;
  expect(readRecording(structuredClone(recording))).toEqual(recording);
  return recording;
}

const make = eventFactory(fixedClock(0), sequentialIds());

class User extends AggregateRoot {
  readonly id: string;
  constructor(id: string) {
    super();
    this.registerEvent(make('UserRegistered', { userId: id }));
    this.id = id;
  }
}

/** `3 listener mail: UserRegistered ← 2 in 0`: number, kind, lane, label, cause, transaction. */
const lines = ({ entries }: Recording) =>
  entries.map((entry, index) => {
    const { kind, lane, label, cause, transaction, ends } = entry;
    const of = (word: string, value: number | undefined) => (value === undefined ? '' : ` ${word} ${value}`);
    const name = typeof lane.name === 'string' ? ` ${lane.name}` : '';
    const text = typeof label === 'string' ? label : label.en;
    return `${index} ${kind}${name}: ${text}${of('←', cause)}${of('in', transaction)}${of('ends', ends)}`;
  });

describe('a recording', () => {
  it('tells where the assertions of the test lie', () => {
    const thing = { kind: 'call', place: 'caller', label: 'x' } as const;
    const { assertedAt, failedAt } = record(() => {
      recorder.asserted();
      note(thing);
      note(thing);
      recorder.asserted();
      recorder.asserted();
      throw new Error('the third one failed');
    }, false);
    expect({ assertedAt, failedAt }).toEqual({ assertedAt: [0, 2, 2], failedAt: 2 });
  });

  it('tells of each entry what led to it, the transaction around it and what it ends', () => {
    const database = inMemoryDatabase();
    const publisher = eventPublisher();
    publisher.subscribe(
      'UserRegistered',
      () => {
        database.table<{ id: string }>('audit').put({ id: '1' });
        throw new Error('SMTP down');
      },
      { id: 'mail' },
    );
    const users = publishingRepository(
      tableRepository({
        table: database.table<{ id: string }>('users'),
        toRow: ({ id }: User) => ({ id }),
        fromRow: ({ id }) => new User(id),
      }),
      publisher,
    );
    const recording = record(() => transactionManager(database).execute(() => users.save(new User('mina'))));

    expect(lines(recording)).toEqual([
      '0 began: REQUIRED',
      '1 registered User mina: UserRegistered in 0',
      '2 saved: User mina in 0',
      '3 row users: users[mina] ← 2 in 0',
      '4 published: UserRegistered ← 2 in 0',
      '5 listener mail: UserRegistered ← 4 in 0',
      '6 row audit: audit[1] ← 5 in 0',
      '7 threw mail: Error: SMTP down ← 4 in 0 ends 5',
      '8 threw: Error: SMTP down ← 2 in 0 ends 4',
      '9 threw: Error: SMTP down in 0 ends 2',
      '10 rolled-back: ROLLED_BACK in 0 ends 0',
      '11 threw: Error: SMTP down ends 0',
    ]);
    expect(recording.failedAt).toBe(12);
  });

  it('takes out of the tray what was registered since the last time', () => {
    const { entries } = record(() => {
      const mina = new User('mina');
      mina.clearDomainEvents();
      mina.clearDomainEvents();
      new User('jun').pullDomainEvents();
    });
    expect(entries.map(({ kind, clears }) => [kind, clears])).toEqual([
      ['registered', undefined],
      ['cleared', [0]],
      ['registered', undefined],
      ['cleared', [2]],
    ]);
  });

  it('says that a row was written after the commit, and what is outside of a suspended transaction', () => {
    const database = inMemoryDatabase();
    const transactions = transactionManager(database);
    const put = (id: string) => database.table<{ id: string }>('users').put({ id });
    const recording = record(() =>
      transactions.execute(() => {
        transactions.registerSynchronization({ afterCompletion: () => put('ghost') });
        transactions.execute(() => put('aside'), { propagation: 'NOT_SUPPORTED' });
      }),
    );
    expect(lines(recording)).toEqual([
      '0 began: REQUIRED',
      '1 suspended: NOT_SUPPORTED in 0',
      '2 row users: users[aside] ← 1',
      '3 returned: NOT_SUPPORTED in 0 ends 1',
      '4 committed: COMMITTED in 0 ends 0',
      '5 phase: afterCompletion in 0',
      '6 row users: users[ghost] ← 5 in 0',
      '7 returned: afterCompletion in 0 ends 5',
    ]);
    expect(recording.entries.map(({ staged }) => staged)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      true,
      undefined,
    ]);
  });

  it('leads from a fact to who took it in later, and from a task to who put it aside', () => {
    const store = inMemoryEventStore(fixedClock(0));
    const scheduler = manualScheduler();
    const recording = record(() => {
      store.appendToStream('order-1', [make('OrderPlaced', {})], { expectedRevision: 'any' });
      note({ kind: 'call', place: 'caller', label: 'later' });
      store.subscribeToAll(() => scheduler.submit(() => undefined));
      scheduler.runAll();
    });
    expect(lines(recording)).toEqual([
      '0 appended order-1: OrderPlaced',
      '1 call: later',
      '2 listener subscribeToAll: OrderPlaced ← 0',
      '3 scheduled: task ← 2',
      '4 returned subscribeToAll: OrderPlaced ← 0 ends 2',
      '5 task: task ← 3',
    ]);
  });

  it('tells the death of the process, and of all that it ended that a SimulatedCrash went through it', () => {
    const faults = faultInjector();
    faults.crashAt('afterCommit');
    const { entries } = record(() => {
      runUntilCrash(() =>
        during({ kind: 'command', place: 'caller', label: 'signUp' }, () => faults.point('afterCommit')),
      );
    });

    expect(entries).toMatchObject([
      { kind: 'command' },
      { kind: 'crash', lane: { place: 'process' }, label: 'afterCommit', cause: 0 },
      { kind: 'threw', label: expect.stringMatching(/^SimulatedCrash: /), ends: 0 },
    ]);
  });

  it('shows a payload as it was when it was told, whatever becomes of it', () => {
    const view = { orders: 1 };
    const { entries } = record(() => {
      note({ kind: 'projected', place: 'view', label: 'x', payload: view });
      view.orders = 2;
    });
    expect(entries[0]!.payload).toMatchObject({ entries: [{ key: 'orders', value: { text: '1' } }] });
  });

  it('is none of a test in which nothing happened, and hears nothing between tests', () => {
    recorder.begin();
    expect(recorder.end(true)).toBeUndefined();
    note({ kind: 'call', place: 'caller', label: 'too late' });
    expect(during({ kind: 'call', place: 'caller', label: 'x' }, () => 7)).toBe(7);
    expect(recorder.end(true)).toBeUndefined();
  });
});

describe('what is too much', () => {
  const many = (count: number, payload?: object) => () => {
    for (let i = 0; i < count; i += 1) note({ kind: 'call', place: 'caller', label: `${i}`, payload });
  };

  it('is counted, and less is kept of a test that passed', () => {
    const { entries, entriesIfPassed } = recordingLimits;
    expect(record(many(entries + 7), false)).toMatchObject({ more: 7, entries: { length: entries } });
    expect(record(many(entries + 7), true)).toMatchObject({
      more: entries + 7 - entriesIfPassed,
      entries: { length: entriesIfPassed },
    });
  });

  /** So many orders of deliveries, each of which is three entries and the end of its scene. */
  const orders = (count: number) => () => {
    for (let i = 0; i < count; i += 1) {
      scene(`order ${i}`, `순서 ${i}`, () => {
        for (const version of [1, 2]) note({ kind: 'row', place: 'table', label: `v${version}` });
      });
    }
  };

  it('is taken from scenes that are over; the first ones and the last stay whole', () => {
    const recording = record(orders(100), false);
    const rows = lines(recording).flatMap((line, index) => (line.includes('row: v1') ? [index] : []));
    expect(lines(recording).slice(0, 3)).toEqual(['0 call: order 0', '1 row: v1 ← 0', '2 row: v2 ← 0']);
    expect(rows.length).toBeGreaterThan(5);
    expect(lines(recording).slice(-4, -2)).toEqual([
      `${recording.entries.length - 4} call: order 99`,
      `${recording.entries.length - 3} row: v1 ← ${recording.entries.length - 4}`,
    ]);
    expect(lines(recording).filter((line) => line.includes('call: order'))).toHaveLength(100);
    expect(recording.more + recording.entries.length).toBe(400);
  });

  it('leaves of a test that passed the headings, where not more has room', () => {
    const recording = record(orders(recordingLimits.entriesIfPassed));
    expect(new Set(recording.entries.map(({ kind }) => kind))).toEqual(new Set(['call']));
    expect(recording).toMatchObject({ more: 300, entries: { length: recordingLimits.entriesIfPassed } });
  });

  it('keeps the scene whole in which the test failed, however late, and tells the failure once', () => {
    const recording = record(() => {
      orders(400)();
      scene('the last order', '마지막 순서', () => {
        note({ kind: 'row', place: 'table', label: 'v3' });
        during({ kind: 'call', place: 'external', label: 'ring' }, () =>
          note({ kind: 'row', place: 'table', label: 'v4' }),
        );
        expect(1).toBe(2);
      });
    }, false);
    const { length } = recording.entries;
    expect(lines(recording).slice(-5)).toEqual([
      `${length - 5} call: the last order`,
      `${length - 4} row: v3 ← ${length - 5}`,
      `${length - 3} call: ring ← ${length - 5}`,
      `${length - 2} row: v4 ← ${length - 3}`,
      `${length - 1} returned: ring ← ${length - 5} ends ${length - 3}`,
    ]);
    expect(recording.failedAt).toBe(length);
  });

  it('keeps the payloads of the scene in which the test failed, however late', () => {
    const row = { price: 1 };
    const recording = record(() => {
      orders(400)();
      scene('the last order', '마지막 순서', () => {
        note({ kind: 'row', place: 'table', label: 'open', payload: row });
        row.price = 2;
        throw new Error('no');
      });
    }, false);
    const open = recording.entries.find(({ label }) => label === 'open')!;
    expect(open.payload).toMatchObject({ entries: [{ key: 'price', value: { text: '1' } }] });
  });

  it('may be a scene in a scene, which goes with the one around it', () => {
    const recording = record(() => {
      for (const group of ['a', 'b']) {
        scene(group, group, () => {
          for (let i = 0; i < 120; i += 1) {
            scene(`${group}${i}`, '', () => note({ kind: 'row', place: 'table', label: 'v1' }));
          }
        });
      }
    });
    expect(lines(recording)).toEqual(['0 call: a', '1 call: b']);
  });

  it('still runs the work, and says where the test failed', () => {
    let done = 0;
    const recording = record(() => {
      for (let i = 0; i < 600; i += 1) {
        during({ kind: 'call', place: 'caller', label: 'x' }, () => (done += 1));
      }
      throw new Error('no');
    }, false);
    expect(done).toBe(600);
    expect(recording).toMatchObject({ failedAt: recordingLimits.entries, more: 100 });
  });

  it('is left out of payloads, with a sign', () => {
    const large = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`key${i}`, [i, i, i]]));
    const { entries } = record(many(200, large), false);
    const nodes = JSON.stringify(entries).split('"kind"').length;
    expect(nodes).toBeLessThan(recordingLimits.nodes + 500);
    expect(entries[0]!.payload).toMatchObject({ kind: 'fields' });
    expect(entries.at(-1)!.payload).toEqual({ kind: 'leaf', text: '…' });
  });

  it('ends for all tests of a run together', () => {
    const kept = Array.from({ length: 20 }, () => {
      recorder.begin();
      many(recordingLimits.entries)();
      return recorder.end(false)!.entries.length;
    });
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(recordingLimits.entriesOfRun);
  });
});

describe('learner code', () => {
  it.each<[string, unknown]>([
    ['a type that is no text', { type: { toString: () => 'x' } }],
    [
      'a type that throws',
      {
        type: ['a'].map(() => ({
          get en() {
            throw new Error('en');
          },
        })),
      },
    ],
    ['a proxy that refuses everything', refusing({ type: 'X' })],
    [
      'a frozen object with a getter',
      Object.freeze({
        type: 'X',
        get data() {
          throw new Error('data');
        },
      }),
    ],
    ['no object at all', 'X'],
  ])('that publishes %s cannot break the recording', (_, event) => {
    const recording = record(() => {
      note({
        kind: 'published',
        place: 'publisher',
        label: (event as { type: string }).type,
        payload: event,
      });
    });
    expect(recording.entries).toHaveLength(1);
  });

  it('whose aggregate throws when it is asked for its id is shown by its class', () => {
    class Shy extends AggregateRoot {
      get id(): string {
        throw new Error('not yet');
      }
      change() {
        this.registerEvent(make('Changed', {}));
      }
    }
    const { entries } = record(() => new Shy().change());
    expect(entries[0]).toMatchObject({ kind: 'registered', label: 'Changed' } satisfies Partial<Entry>);
  });

  it('that calls the library while it is described is not heard', () => {
    const publisher = eventPublisher();
    const calling = new Proxy(
      { type: 'X' },
      { ownKeys: (target) => (publisher.publish(make('Y', {})), Reflect.ownKeys(target)) },
    );
    class Loud extends AggregateRoot {
      get id(): string {
        publisher.publish(make('Z', {}));
        return 'loud';
      }
      change() {
        this.registerEvent(make('Changed', {}));
      }
    }
    const recording = record(() => {
      new Loud().change();
      publisher.publish(calling as unknown as ReturnType<typeof make>);
    });
    expect(lines(recording)).toEqual(['0 registered Loud loud: Changed', '1 published: X']);
  });

  it('that calls the library when it is asked whether it can change is not heard', () => {
    const calling = new Proxy(
      { type: 'X' },
      {
        isExtensible(target) {
          note({ kind: 'call', place: 'caller', label: 'from a trap' });
          return Reflect.isExtensible(target);
        },
      },
    );
    const recording = record(() =>
      note({ kind: 'published', place: 'publisher', label: 'X', payload: calling }),
    );
    expect(lines(recording)).toEqual(['0 published: X']);
  });

  it('that goes on after an await is recorded without a cause', async () => {
    recorder.begin();
    await during({ kind: 'call', place: 'caller', label: 'waits' }, async () => {
      await Promise.resolve();
      note({ kind: 'message', place: 'external', label: 'later' });
    });
    expect(lines(recorder.end(true)!)).toEqual(['0 call: waits', '1 message: later']);
  });
});

function refusing<T extends object>(target: T): T {
  const refuse = () => {
    throw new Error('no');
  };
  return new Proxy(target, {
    getPrototypeOf: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
    isExtensible: refuse,
  });
}
