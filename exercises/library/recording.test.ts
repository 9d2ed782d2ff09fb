import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  tableRepository,
  transactionManager,
  type Command,
  type DomainEvent,
  type OutboxMessage,
} from './index.ts';
import { during, listenWith, note, type Happening } from './recording.ts';
import { faultInjector, fixedClock, runUntilCrash, sequentialIds } from './testing.ts';

type Told = Pick<Happening, 'kind' | 'place' | 'name' | 'label' | 'payload'> & { readonly depth: number };
let told: Told[] = [];
let depth = 0;

beforeEach(() => {
  told = [];
  depth = 0;
  const tell = (happening: Happening) => told.push({ ...happening, depth });
  listenWith({
    note: (happening) => void tell(happening),
    during(happening, work) {
      tell(happening);
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
  });
});
afterEach(() => listenWith(undefined));

const make = eventFactory(fixedClock(0), sequentialIds());

class User extends AggregateRoot {
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  changePassword() {
    this.registerEvent(make('PasswordChanged', { userId: this.id }));
  }
}

/** One line for each happening, indented by what it happened in: `  listener mail: PasswordChanged`. */
const lines = () =>
  told.map(({ depth: inside, kind, name, label }) => {
    const words = (value: unknown): string =>
      Array.isArray(value)
        ? value.map(words).join(' + ')
        : value instanceof User
          ? value.id
          : typeof value === 'object' && value !== null && 'en' in value
            ? String(value.en)
            : String(value);
    return `${'  '.repeat(inside)}${kind}${name === undefined ? '' : ` ${words(name)}`}: ${words(label)}`;
  });

describe('the library tells', () => {
  it('what publish-on-save does, with the listeners inside of what they react to', () => {
    const database = inMemoryDatabase();
    const publisher = eventPublisher();
    publisher.subscribe('PasswordChanged', () => publisher.publish(make('MailSent', {})), { id: 'mail' });
    const users = publishingRepository(
      tableRepository({
        table: database.table<{ id: string }>('users'),
        toRow: ({ id }: User) => ({ id }),
        fromRow: ({ id }) => new User(id),
      }),
      publisher,
    );
    const mina = new User('mina');
    mina.changePassword();
    transactionManager(database).execute(() => users.save(mina));
    users.findById('mina');
    users.deleteById('mina');

    expect(lines()).toEqual([
      'registered mina: PasswordChanged',
      'began: REQUIRED',
      '  saved: mina',
      '    row users: users[mina]',
      '    published: PasswordChanged',
      '      listener mail: PasswordChanged',
      '        published: MailSent',
      '    cleared mina: clearDomainEvents',
      '  committed: COMMITTED',
      'loaded: mina',
      'deleted: mina',
      '  row users: users[mina]',
    ]);
  });

  it('whether a row waits for a commit, and whether it was removed', () => {
    const database = inMemoryDatabase();
    const table = database.table<{ id: string }>('users');
    transactionManager(database).execute(() => table.put({ id: 'mina' }));
    table.delete('mina');

    expect(told.filter(({ kind }) => kind === 'row')).toMatchObject([
      { staged: true, payload: { id: 'mina' } },
      { staged: false, removed: true },
    ]);
  });

  it('the phases of a transaction, what is called outside of it, and how it ends', () => {
    const transactions = transactionManager(inMemoryDatabase());
    const attempt = () =>
      transactions.execute(() => {
        transactions.registerSynchronization({
          beforeCommit: () => undefined,
          afterCompletion: () => undefined,
        });
        transactions.execute(() => note({ kind: 'call', place: 'caller', label: 'aside' }), {
          propagation: 'NOT_SUPPORTED',
        });
        transactions.execute(() => undefined, { propagation: 'REQUIRES_NEW' });
        transactions.execute(() => undefined);
      });
    attempt();
    expect(() =>
      transactions.execute(() => {
        transactions.setRollbackOnly();
        throw new Error('down');
      }),
    ).toThrow('down');

    expect(lines()).toEqual([
      'began: REQUIRED',
      '  suspended: NOT_SUPPORTED',
      '    call: aside',
      '  began: REQUIRES_NEW',
      '    committed: COMMITTED',
      '  phase: beforeCommit',
      '  committed: COMMITTED',
      '  phase: afterCompletion',
      'began: REQUIRED',
      '  call: setRollbackOnly',
      '  rolled-back: ROLLED_BACK',
    ]);
  });

  it('commands, reads, appends with their revisions, conflicts and repetitions', () => {
    const store = inMemoryEventStore(fixedClock(0));
    const first = make('OrderPlaced', { table: 7 });
    const handle = commandHandler(store, {
      initialState: () => 0,
      decide: (): DomainEvent[] => [first],
      evolve: (state: number) => state + 1,
    });
    handle('order-1', { type: 'PlaceOrder', data: {} });
    store.appendToStream('order-1', [first], { expectedRevision: 'no_stream' });
    expect(() => store.appendToStream('order-1', [make('OrderPaid', {})], { expectedRevision: 4 })).toThrow(
      'expected revision 4',
    );

    expect(lines()).toEqual([
      'command: PlaceOrder',
      '  read order-1: 0 events',
      '  appended order-1: OrderPlaced',
      'repeated order-1: OrderPlaced',
      'conflict order-1: 4 ≠ 0',
    ]);
    expect(told[2]).toMatchObject({ revision: 0, payload: first });
  });

  it('which fact a subscription and a projection took in', () => {
    const store = inMemoryEventStore(fixedClock(0));
    store.subscribeToAll(() => undefined);
    store.appendToStream('order-1', [make('OrderPlaced', {})], { expectedRevision: 'any' });
    const board = {
      name: 'board',
      version: 1,
      initial: () => 0,
      when: { OrderPlaced: (n: number) => n + 1 },
    };
    projector<number, DomainEvent<'OrderPlaced'>>(
      store as ReturnType<typeof inMemoryEventStore<DomainEvent<'OrderPlaced'>>>,
      board,
    ).catchUp();

    const [appended] = told.filter(({ kind }) => kind === 'appended');
    const takenIn = told.filter(({ kind }) => kind === 'listener' || kind === 'projected');
    expect(takenIn).toMatchObject([
      { name: 'subscribeToAll', label: 'OrderPlaced' },
      { name: 'board', label: 'OrderPlaced', payload: 1 },
    ]);
    for (const each of takenIn) expect((each as Happening).cause).toBe((appended as Happening).as);
  });

  it('what a process asks for, and tasks with what put them aside', () => {
    const database = inMemoryDatabase();
    const scheduler = manualScheduler();
    const handle = processHandler<DomainEvent, Command, number>({
      process: {
        initialState: () => 0,
        correlate: () => 'order-1',
        react: () => [{ type: 'CookOrder', data: {} }],
        evolve: (state) => state + 1,
      },
      table: database.table('processes'),
      transactions: transactionManager(database),
      send: () => scheduler.submit(() => note({ kind: 'message', place: 'external', label: 'cooking' })),
    });
    handle(make('OrderPaid', {}));
    scheduler.runAll();

    expect(lines()).toEqual([
      'began: REQUIRED',
      '  row processes: processes[order-1]',
      '  command order-1: CookOrder',
      '    scheduled: task',
      '  committed: COMMITTED',
      'task: task',
      '  message: cooking',
    ]);
  });

  it('a message in the outbox, which the relay sends, a broker brings to its consumers, and the relay marks', () => {
    const database = inMemoryDatabase();
    const outbox = tableOutbox(database.table('outbox'), fixedClock(0));
    const broker = inMemoryMessageBroker();
    broker.subscribe(() => note({ kind: 'call', place: 'external', label: 'add points' }), { id: 'points' });
    const fact = make('MemberJoined', {});
    const transactions = transactionManager(database);
    transactions.execute(() => outbox.add([fact], { aggregateType: 'Member', aggregateId: 'mina' }));
    outboxRelay(outbox, broker).poll();

    expect(lines()).toEqual([
      'began: REQUIRED',
      `  row outbox: outbox[${fact.eventId}]`,
      '  committed: COMMITTED',
      'call Relay: poll()',
      '  message Message broker: MemberJoined',
      '    listener points: MemberJoined',
      '      call: add points',
      `  row outbox: outbox[${fact.eventId}]`,
    ]);
    expect(told.flatMap(({ payload }) => (payload as OutboxMessage | undefined)?.status ?? [])).toEqual([
      'PENDING',
      'PENDING',
      'SENT',
    ]);
    expect(told[4]).toMatchObject({ place: 'external' });
  });

  it('which message a consumer gets late, after others', () => {
    const broker = inMemoryMessageBroker();
    broker.subscribe(() => undefined, { id: 'points' }).unsubscribe();
    for (const id of ['A1', 'A2']) broker.send({ ...anyMessage, id });
    broker.subscribe(() => undefined, { id: 'points' });

    const of = (kind: Happening['kind']) => told.filter((each) => each.kind === kind) as readonly Happening[];
    expect(of('listener').map(({ cause }) => cause)).toEqual(of('message').map(({ as }) => as));
  });

  it('where the process died, and that the database undid what was not committed', () => {
    const database = inMemoryDatabase();
    const members = database.table<{ id: string }>('members');
    const faults = faultInjector();
    faults.crashAt('before commit');
    runUntilCrash(() =>
      transactionManager(database).execute(() => {
        members.put({ id: 'mina' });
        faults.point('in between');
        faults.point('before commit');
      }),
    );
    runUntilCrash(() => faults.point('after commit'));

    expect(lines()).toEqual([
      'began: REQUIRED',
      '  row members: members[mina]',
      '  crash: before commit',
      '  rolled-back: ROLLED_BACK',
    ]);
    expect(told[2]).toMatchObject({ place: 'process' });
  });
});

const anyMessage: OutboxMessage = {
  id: 'event-1',
  aggregateType: 'Member',
  aggregateId: 'mina',
  type: 'MemberJoined',
  payload: '{}',
  status: 'PENDING',
  attempts: 0,
  nextAttemptAt: 0,
};

describe('who tells something', () => {
  it('gets the result of the work, and its error', () => {
    const happening = { kind: 'call', place: 'caller', label: 'x' } as const;
    for (const isHeard of [true, false]) {
      if (!isHeard) listenWith(undefined);
      expect(during(happening, () => 7)).toBe(7);
      expect(() =>
        during(happening, () => {
          throw new Error('down');
        }),
      ).toThrow('down');
    }
    note(happening);
    expect(told).toHaveLength(2);
  });
});
