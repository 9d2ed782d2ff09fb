import { describe, expect, it } from 'vitest';
import {
  inMemoryDatabase,
  inMemoryMessageBroker,
  outboxRelay,
  tableOutbox,
  transactionManager,
  type DomainEvent,
  type OutboxMessage,
} from './index.ts';
import { faultInjector, fixedClock, runUntilCrash, type FaultInjector } from './testing.ts';

/** What outlives a process: the database, and the broker, which belongs to somebody else. */
function world() {
  const database = inMemoryDatabase();
  const broker = inMemoryMessageBroker();
  const delivered: string[] = [];
  broker.subscribe(({ id }) => void delivered.push(id));
  return {
    database,
    broker,
    delivered,
    members: () => database.committed<{ id: string }>('members').map(({ id }) => id),
    /** Whose messages are in the outbox, sent or not. */
    told: () => [
      ...new Set(database.committed<OutboxMessage>('outbox').map(({ aggregateId }) => aggregateId)),
    ],
  };
}
type World = ReturnType<typeof world>;

/** A process of this world, with a point wherever it can die. */
function start({ database, broker }: World, { point }: Pick<FaultInjector, 'point'>) {
  const transactions = transactionManager(database);
  const members = database.table<{ id: string }>('members');
  const outbox = tableOutbox(database.table('outbox'), fixedClock(0));
  const send = (message: OutboxMessage): void => {
    point('before send');
    broker.send(message);
    point('after send');
  };
  const markSent = (id: string): void => {
    outbox.markSent(id);
    point('after mark');
  };
  return {
    send,
    addToOutbox(memberId: string, eventIds: readonly string[]) {
      point('before outbox');
      outbox.add(eventIds.map(event), { aggregateType: 'Member', aggregateId: memberId });
    },
    relay: outboxRelay({ ...outbox, markSent }, { send }),
    /** Stores the member, and does the rest in the same transaction. A member who is there already is left alone. */
    signUp(id: string, within: () => void = () => {}) {
      transactions.execute(() => {
        if (!members.insertIfAbsent({ id })) return;
        within();
        point('before commit');
      });
      point('after commit');
    },
  };
}
type Process = ReturnType<typeof start>;

const event = (eventId: string): DomainEvent => ({
  type: 'MemberRegistered',
  data: {},
  eventId,
  occurredAt: 0,
});

describe('Mina signs up and the process dies', () => {
  const message: OutboxMessage = {
    id: 'mina-1',
    aggregateType: 'Member',
    aggregateId: 'mina',
    type: 'MemberRegistered',
    payload: '{}',
    status: 'PENDING',
    attempts: 0,
    nextAttemptAt: 0,
  };
  const designs = {
    'send, then commit': ({ signUp, send }: Process) => signUp('mina', () => send(message)),
    'commit, then send'({ signUp, send }: Process) {
      signUp('mina');
      send(message);
    },
    outbox({ signUp, addToOutbox, relay }: Process) {
      signUp('mina', () => addToOutbox('mina', ['mina-1']));
      relay.poll();
    },
  };

  // `stored` and `delivered` after the restart, in which the relay polls and nobody signs up again.
  it.each([
    ['send, then commit', 'before send', { stored: false, delivered: 0 }],
    ['send, then commit', 'after send', { stored: false, delivered: 1 }],
    ['send, then commit', 'before commit', { stored: false, delivered: 1 }],
    ['send, then commit', 'after commit', { stored: true, delivered: 1 }],
    ['commit, then send', 'before commit', { stored: false, delivered: 0 }],
    ['commit, then send', 'after commit', { stored: true, delivered: 0 }],
    ['commit, then send', 'before send', { stored: true, delivered: 0 }],
    ['commit, then send', 'after send', { stored: true, delivered: 1 }],
    ['outbox', 'before outbox', { stored: false, delivered: 0 }],
    ['outbox', 'before commit', { stored: false, delivered: 0 }],
    ['outbox', 'after commit', { stored: true, delivered: 1 }],
    ['outbox', 'before send', { stored: true, delivered: 1 }],
    ['outbox', 'after send', { stored: true, delivered: 2 }],
    ['outbox', 'after mark', { stored: true, delivered: 1 }],
  ] as const)('%s, %s', (design, point, outcome) => {
    const all = world();
    const faults = faultInjector();
    faults.crashAt(point);

    expect(runUntilCrash(() => designs[design](start(all, faults)))?.point).toBe(point);
    start(all, faultInjector()).relay.poll();

    expect({ stored: all.members().includes('mina'), delivered: all.delivered.length }).toEqual(outcome);
  });
});

describe('three guests sign up by an outbox', () => {
  const guests = ['mina', 'jun', 'sora'];
  const messages = guests.flatMap((id) => [`${id}-1`, `${id}-2`]);

  /** All three, two messages each, with a relay that polls after each. Whoever got an error tries again in the next life. */
  const live = (all: World, faults: Pick<FaultInjector, 'point'>): void => {
    const { signUp, addToOutbox, relay } = start(all, faults);
    for (const id of guests) {
      signUp(id, () => addToOutbox(id, [`${id}-1`, `${id}-2`]));
      relay.poll();
    }
  };

  /** Everywhere that an undisturbed life comes by. */
  const visits: { readonly point: string; readonly onHit: number }[] = [];
  live(world(), {
    point: (point) =>
      visits.push({ point, onHit: visits.filter((visit) => visit.point === point).length + 1 }),
  });

  /** One life ends at each of these places; the last one is undisturbed. */
  function survive(places: typeof visits) {
    const all = world();
    let crashes = 0;
    for (const { point, onHit } of places) {
      const faults = faultInjector();
      faults.crashAt(point, onHit);
      if (runUntilCrash(() => live(all, faults))) crashes += 1;
      expect(all.told(), 'a row without its messages, or messages without their row').toEqual(all.members());
    }
    expect(runUntilCrash(() => live(all, faultInjector()))).toBeUndefined();
    return { ...all, crashes };
  }

  const check = ({ members, delivered, crashes }: ReturnType<typeof survive>): void => {
    expect(members().toSorted()).toEqual(guests.toSorted());
    expect([...new Set(delivered)].toSorted(), 'lost').toEqual(messages.toSorted());
    expect(delivered.length - messages.length, 'more repetitions than crashes').toBeLessThanOrEqual(crashes);
    for (const id of guests) {
      expect(delivered.indexOf(`${id}-1`), 'in another order').toBeLessThan(delivered.indexOf(`${id}-2`));
    }
  };

  it('comes by every kind of place', () => {
    expect([...new Set(visits.map(({ point }) => point))].toSorted()).toEqual([
      'after commit',
      'after mark',
      'after send',
      'before commit',
      'before outbox',
      'before send',
    ]);
  });

  it('and nothing is lost wherever the process dies; at most one message comes twice', () => {
    const repeated = visits.map((visit) => {
      const survived = survive([visit]);
      expect(survived.crashes).toBe(1);
      check(survived);
      return survived.delivered.length > messages.length ? visit.point : undefined;
    });

    expect(new Set(repeated), 'repeated is what was sent and not marked').toEqual(
      new Set([undefined, 'after send']),
    );
  });

  it('and nothing is lost wherever it dies, and wherever it dies again; at most two come twice', () => {
    for (const first of visits) {
      for (const second of visits) check(survive([first, second]));
    }
  });
});
