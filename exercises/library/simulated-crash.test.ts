import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AggregateRoot,
  commandHandler,
  eventFactory,
  eventPublisher,
  inMemoryDatabase,
  inMemoryEventStore,
  inMemoryMessageBroker,
  manualScheduler,
  outboxRelay,
  processHandler,
  projector,
  publishingRepository,
  tableOutbox,
  tableReadModelStore,
  tableRepository,
  transactionManager,
  unitOfWork,
  type Command,
  type Database,
  type DomainEvent,
  type ErrorHandler,
  type OutboxMessage,
} from './index.ts';
import { faultInjector, fixedClock, runUntilCrash, sequentialIds } from './testing.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Where the process died. Nobody logs it: who would? */
function deathIn(work: () => void): string | undefined {
  const crash = runUntilCrash(work);
  expect(console.error).not.toHaveBeenCalled();
  return crash?.point;
}

const make = eventFactory(fixedClock(0), sequentialIds());
const registered = make('MemberRegistered', { memberId: 'mina' });

/** A process that dies at its first point, and a database that outlives it. */
function dying(database: Database = inMemoryDatabase()) {
  const faults = faultInjector();
  faults.crashAt('here');
  const log: string[] = [];
  return {
    database,
    transactions: transactionManager(database),
    members: database.table<{ id: string }>('members'),
    committed: () => database.committed<{ id: string }>('members').map(({ id }) => id),
    die: () => faults.point('here'),
    log,
    note: (line: string) => () => void log.push(line),
  };
}

describe('a transaction whose process dies', () => {
  it('in its work leaves no row, and nobody is called', () => {
    const { transactions, members, committed, die, log, note } = dying();

    const place = deathIn(() =>
      transactions.execute(() => {
        transactions.registerSynchronization({
          beforeCommit: note('before'),
          afterCompletion: note('after'),
        });
        members.put({ id: 'mina' });
        die();
      }),
    );

    expect(place).toBe('here');
    expect(committed()).toEqual([]);
    expect(log).toEqual([]);
  });

  it('before its commit leaves no row, and none of the others is called', () => {
    const { transactions, members, committed, die, log, note } = dying();

    deathIn(() =>
      transactions.execute(() => {
        members.put({ id: 'mina' });
        transactions.registerSynchronization({ beforeCommit: note('first'), afterCompletion: note('after') });
        transactions.registerSynchronization({ beforeCommit: die });
        transactions.registerSynchronization({ beforeCommit: note('third') });
      }),
    );

    expect(committed()).toEqual([]);
    expect(log).toEqual(['first']);
  });

  it('after its commit keeps the row, and those behind in the line are not called', () => {
    const { transactions, members, committed, die, log, note } = dying();

    const place = deathIn(() =>
      transactions.execute(() => {
        members.put({ id: 'mina' });
        transactions.registerSynchronization({ afterCompletion: note('first') });
        transactions.registerSynchronization({ afterCompletion: die });
        transactions.registerSynchronization({ afterCompletion: note('third') });
      }),
    );

    expect(place).toBe('here');
    expect(committed()).toEqual(['mina']);
    expect(log).toEqual(['first']);
  });

  it('after its rollback is told as the crash, and not as the error that led to the rollback', () => {
    const { transactions, members, committed, die, log, note } = dying();

    const place = deathIn(() =>
      transactions.execute(() => {
        members.put({ id: 'mina' });
        transactions.registerSynchronization({ afterCompletion: die });
        transactions.registerSynchronization({ afterCompletion: note('second') });
        throw new Error('no points');
      }),
    );

    expect(place).toBe('here');
    expect(committed()).toEqual([]);
    expect(log).toEqual([]);
  });

  it.each([
    { when: 'before the database has committed', commitsFirst: false, rows: [] },
    { when: 'after the database has committed', commitsFirst: true, rows: ['mina'] },
  ])('in its commit, $when, has the rows that the database has', ({ commitsFirst, rows }) => {
    const database = inMemoryDatabase();
    const { committed, die, log, note } = dying(database);
    const transactions = transactionManager({
      ...database,
      begin() {
        const connection = database.begin();
        return {
          ...connection,
          commit() {
            if (commitsFirst) connection.commit();
            die();
          },
        };
      },
    });

    deathIn(() =>
      transactions.execute(() => {
        database.table('members').put({ id: 'mina' });
        transactions.registerSynchronization({ afterCompletion: note('after') });
      }),
    );

    expect(committed()).toEqual(rows);
    expect(log).toEqual([]);
  });

  it('inside another one takes that with it, but not what a third has committed', () => {
    const { transactions, members, committed, die } = dying();

    deathIn(() =>
      transactions.execute(() => {
        members.put({ id: 'outer' });
        transactions.execute(() => members.put({ id: 'committed' }), { propagation: 'REQUIRES_NEW' });
        transactions.execute(
          () => {
            members.put({ id: 'inner' });
            die();
          },
          { propagation: 'REQUIRES_NEW' },
        );
      }),
    );

    expect(committed()).toEqual(['committed']);
  });

  it('leaves a database in which the next process reads what is committed, and writes', () => {
    const { database, transactions, members, die } = dying();
    members.put({ id: 'jun' });
    deathIn(() =>
      transactions.execute(() => {
        members.put({ id: 'mina' });
        die();
      }),
    );

    const restarted = transactionManager(database);
    const seen = restarted.execute(() => {
      members.put({ id: 'sora' });
      return members.find(() => true).map(({ id }) => id);
    });

    expect(seen).toEqual(['jun', 'sora']);
    expect(restarted.isActualTransactionActive()).toBe(false);
  });
});

describe('a crash is nobody’s error', () => {
  it('the error handler of a publisher is not asked, and no further listener called', () => {
    const { die, log, note } = dying();
    const errorHandler = vi.fn<ErrorHandler>();
    const publisher = eventPublisher({ errorHandler });
    publisher.subscribe('MemberRegistered', die);
    publisher.subscribe('MemberRegistered', note('second'));

    expect(deathIn(() => publisher.publish(registered))).toBe('here');
    expect(errorHandler).not.toHaveBeenCalled();
    expect(log).toEqual([]);
  });

  it('a subscription is not told that it was dropped; the event is recorded, and nobody else hears of it', () => {
    const { die, log, note } = dying();
    const store = inMemoryEventStore(fixedClock(0));
    const onDropped = vi.fn<(error: unknown) => void>();
    store.subscribeToAll(die, { onDropped });
    store.subscribeToAll(note('second'));
    const append = () => store.appendToStream('member-mina', [registered], { expectedRevision: 'any' });

    expect(deathIn(append)).toBe('here');
    expect(store.readStream('member-mina')).toHaveLength(1);
    expect(onDropped).not.toHaveBeenCalled();
    expect(log).toEqual([]);
  });

  it('a command is not handled again', () => {
    const { die, log, note } = dying();
    const handle = commandHandler(inMemoryEventStore(fixedClock(0)), {
      initialState: () => 0,
      decide: (): DomainEvent[] => {
        note('decided')();
        die();
        return [registered];
      },
      evolve: (state: number) => state,
    });

    expect(deathIn(() => handle('member-mina', { type: 'Register', data: {} }))).toBe('here');
    expect(log).toEqual(['decided']);
  });

  it('a projector goes on after the restart behind what it has saved', () => {
    const { database, die } = dying();
    const store = inMemoryEventStore(fixedClock(0));
    const events = [registered, make('MemberRegistered', { memberId: 'jun' })];
    store.appendToStream('members', events, { expectedRevision: 'any' });
    const counting = (hears: (memberId: string) => void) =>
      projector<number, DomainEvent<string, { memberId?: string }>>(
        store,
        {
          name: 'members',
          version: 1,
          initial: () => 0,
          when: {
            MemberRegistered(count, { event }) {
              hears(event.data.memberId!);
              return count + 1;
            },
          },
        },
        tableStore(database),
      );

    const first = counting((memberId) => memberId === 'jun' && die());
    expect(deathIn(() => first.catchUp())).toBe('here');

    const restarted = counting(() => {});
    expect([restarted.view(), restarted.catchUp(), restarted.view()]).toEqual([1, 1, 2]);
  });

  it('a task of a scheduler stops the run of all', () => {
    const { die, log, note } = dying();
    const scheduler = manualScheduler();
    scheduler.submit(die);
    scheduler.submit(note('second'));

    expect(deathIn(() => scheduler.runAll())).toBe('here');
    expect(log).toEqual([]);
  });

  it('a unit of work saves nothing', () => {
    const { transactions, committed, members, die } = dying();
    const publisher = eventPublisher();
    publisher.subscribe('MemberRegistered', die);
    const work = unitOfWork(
      transactions,
      publishingRepository(
        tableRepository({ table: members, toRow: ({ id }: Member) => ({ id }), fromRow: () => new Member() }),
        publisher,
      ),
    );

    const place = deathIn(() =>
      work.run(() => {
        const mina = new Member();
        mina.register();
        work.track(mina);
      }),
    );

    expect(place).toBe('here');
    expect(committed()).toEqual([]);
  });

  it('a process manager is as before the event', () => {
    const { database, transactions, die } = dying();
    const handle = processHandler<DomainEvent, Command, number>({
      process: {
        initialState: () => 0,
        correlate: () => 'mina',
        react: () => [{ type: 'Welcome', data: {} }],
        evolve: (state) => state + 1,
      },
      table: database.table('processes'),
      transactions,
      send: die,
    });

    expect(deathIn(() => handle(registered))).toBe('here');
    expect(database.committed('processes')).toEqual([]);
  });

  it('a relay does not take it for a message that failed', () => {
    const { database, die } = dying();
    const outbox = tableOutbox(database.table('outbox'), fixedClock(0));
    outbox.add([registered], { aggregateType: 'Member', aggregateId: 'mina' });

    expect(deathIn(() => outboxRelay(outbox, { send: die }).poll())).toBe('here');
    expect(database.committed<OutboxMessage>('outbox')).toMatchObject([{ status: 'PENDING', attempts: 0 }]);
  });

  it('a broker keeps the message for the consumer that is started again', () => {
    const { database, die, log, note } = dying();
    const outbox = tableOutbox(database.table('outbox'), fixedClock(0));
    outbox.add([registered], { aggregateType: 'Member', aggregateId: 'mina' });
    const broker = inMemoryMessageBroker();
    broker.subscribe(die, { id: 'points' });

    expect(deathIn(() => broker.send(outbox.pending()[0]!))).toBe('here');
    broker.subscribe(note('heard'), { id: 'points' });
    expect(log).toEqual(['heard']);
  });
});

class Member extends AggregateRoot {
  readonly id = 'mina';
  register() {
    this.registerEvent(registered);
  }
}

const tableStore = (database: Database) => tableReadModelStore<number>(database.table('read models'));
