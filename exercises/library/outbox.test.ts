import { describe, expect, it } from 'vitest';
import {
  inMemoryDatabase,
  tableOutbox,
  transactionManager,
  type DomainEvent,
  type OutboxMessage,
} from './index.ts';
import { fixedClock } from './testing.ts';

const noon = Date.parse('2026-08-22T03:00:00Z');

const event = (eventId: string, data: object = {}): DomainEvent => ({
  type: 'PointsEarned',
  data,
  eventId,
  occurredAt: noon,
});

function open() {
  const database = inMemoryDatabase();
  const clock = fixedClock(noon);
  const outbox = tableOutbox(database.table('outbox'), clock);
  const transactions = transactionManager(database);
  const committed = () => database.committed<OutboxMessage>('outbox');
  const about = (aggregateId: string, aggregateType = 'Member') => ({ aggregateType, aggregateId });
  return {
    database,
    clock,
    outbox,
    transactions,
    committed,
    about,
    message: (id: string) => committed().find((message) => message.id === id),
    /** Adds messages named after their aggregates: `A1` is about A. */
    add(...ids: readonly string[]) {
      for (const id of ids) outbox.add([event(id)], about(id[0]!));
    },
    ids: (limit?: number) => outbox.pending(limit).map(({ id }) => id),
    fail(id: string, times = 1) {
      for (let time = 0; time < times; time += 1) outbox.markFailed(id, new Error('broker down'));
    },
  };
}

describe('what is added', () => {
  it('has the id of the event, the id of the aggregate as its key, and the event as JSON', () => {
    const { outbox, committed, about } = open();

    outbox.add([event('event-1', { points: 500 })], about('mina'));

    expect(committed()).toEqual([
      {
        id: 'event-1',
        aggregateType: 'Member',
        aggregateId: 'mina',
        type: 'PointsEarned',
        payload: JSON.stringify(event('event-1', { points: 500 })),
        status: 'PENDING',
        attempts: 0,
        nextAttemptAt: noon,
      },
    ]);
  });

  it('for other teams has the message id, the name in the contract, and the whole message as JSON', () => {
    const { outbox, committed, about } = open();
    const message = {
      name: 'points.earned',
      version: 1,
      key: 'mina',
      messageId: 'event-1',
      payload: { points: 500 },
    };

    outbox.add([message], about('mina'));

    expect(committed()).toMatchObject([
      { id: 'event-1', aggregateId: 'mina', type: 'points.earned', payload: JSON.stringify(message) },
    ]);
  });

  it('is the event of that moment: what is changed later is not in it', () => {
    const { outbox, committed, about } = open();
    const data = { points: 500, coupons: ['welcome'] };

    outbox.add([event('event-1', data)], about('mina'));
    data.points = 900;
    data.coupons.push('birthday');

    expect(JSON.parse(committed()[0]!.payload)).toMatchObject({
      data: { points: 500, coupons: ['welcome'] },
    });
  });

  it('has to be plain data, and nothing is added of a list that is not', () => {
    const { outbox, committed, about, transactions } = open();
    const dated = event('event-2', { at: new Date(noon) });

    expect(() => transactions.execute(() => outbox.add([event('event-1'), dated], about('mina')))).toThrow(
      'PointsEarned.data.at is an object of class Date',
    );
    expect(committed()).toEqual([]);
  });

  it('is solid with the state, and gone with it', () => {
    const { database, outbox, transactions, committed, about } = open();
    const members = database.table<{ id: string }>('members');
    const signUp = (id: string, fails: boolean) =>
      transactions.execute(() => {
        members.put({ id });
        outbox.add([event(`event-${id}`)], about(id));
        expect(committed().map((message) => message.aggregateId)).not.toContain(id);
        if (fails) throw new Error('no points');
      });

    signUp('mina', false);
    expect(() => signUp('jun', true)).toThrow('no points');

    expect(database.committed('members')).toEqual([{ id: 'mina' }]);
    expect(committed().map(({ id }) => id)).toEqual(['event-mina']);
  });

  it('keeps its order within a transaction, over all aggregates', () => {
    const { transactions, add, ids } = open();

    transactions.execute(() => add('B1', 'A1', 'B2', 'A2'));

    expect(ids()).toEqual(['B1', 'A1', 'B2', 'A2']);
  });

  it('is there once, and stays sent, if it is added again', () => {
    const { outbox, add, ids, committed } = open();
    add('A1');
    outbox.markSent('A1');

    add('A1');

    expect(committed()).toHaveLength(1);
    expect(ids()).toEqual([]);
  });

  it('is found though it is committed late: somebody else’s later message was sent already', () => {
    const { outbox, transactions, add, ids } = open();

    transactions.execute(() => {
      add('A1');
      transactions.execute(() => add('B2'), { propagation: 'REQUIRES_NEW' });
      transactions.execute(
        () => {
          expect(ids()).toEqual(['B2']);
          outbox.markSent('B2');
        },
        { propagation: 'NOT_SUPPORTED' },
      );
    });

    expect(ids()).toEqual(['A1']);
  });
});

describe('what is pending', () => {
  it('is no longer so when it was sent', () => {
    const { outbox, add, ids, message } = open();
    add('A1', 'A2');

    outbox.markSent('A1');

    expect(ids()).toEqual(['A2']);
    expect(message('A1')).toMatchObject({ status: 'SENT', attempts: 1 });
  });

  it('is as much as was asked for', () => {
    const { add, ids } = open();
    add('A1', 'B1', 'C1');

    expect([ids(0), ids(2), ids()]).toEqual([[], ['A1', 'B1'], ['A1', 'B1', 'C1']]);
  });

  it('waits after each failure twice as long, and is parked after the fifth', () => {
    const { clock, add, ids, fail, message } = open();
    add('A1');
    let now = noon;
    const waited = [1_000, 2_000, 4_000, 8_000].map((delay) => {
      fail('A1');
      clock.moveTo(now + delay - 1);
      const early = ids();
      now += delay;
      clock.moveTo(now);
      return [early, ids()];
    });

    expect(waited).toEqual(Array.from({ length: 4 }, () => [[], ['A1']]));
    fail('A1');
    clock.moveTo(Number.MAX_SAFE_INTEGER);
    expect(ids()).toEqual([]);
    expect(message('A1')).toMatchObject({ status: 'PARKED', attempts: 5, lastError: 'Error: broker down' });
  });

  it('does not overtake what waits about the same aggregate, and needs not wait for others', () => {
    const { clock, add, ids, fail } = open();
    add('A1', 'A2', 'B1', 'A3');

    fail('A1');

    expect(ids()).toEqual(['B1']);
    clock.moveTo(noon + 1_000);
    expect(ids()).toEqual(['A1', 'A2', 'B1', 'A3']);
  });

  it('holds up what comes behind it, not what stood before it', () => {
    const { add, ids, fail } = open();
    add('A1', 'A2', 'A3');

    fail('A2');

    expect(ids()).toEqual(['A1']);
  });

  it('does not starve behind many that wait: the limit counts what can be sent', () => {
    const { add, ids, fail } = open();
    add('A1', 'A2', 'A3', 'B1');

    fail('A1');

    expect(ids(1)).toEqual(['B1']);
  });

  it('is another matter about another type of aggregate with the same id', () => {
    const { outbox, about, ids, fail } = open();
    outbox.add([event('member')], about('7', 'Member'));
    outbox.add([event('order')], about('7', 'Order'));

    fail('member');

    expect(ids()).toEqual(['order']);
  });
});

describe('a parked message', () => {
  it('holds its aggregate until it is released, then it is the first again, with five attempts', () => {
    const { clock, outbox, add, ids, fail, message } = open();
    add('A1', 'A2', 'B1');
    fail('A1', 5);
    clock.moveTo(noon + 3_600_000);
    expect(ids()).toEqual(['B1']);

    outbox.release('A1');

    expect(ids()).toEqual(['A1', 'A2', 'B1']);
    expect(message('A1')).toMatchObject({ status: 'PENDING', attempts: 0 });
    fail('A1', 4);
    expect(message('A1')).toMatchObject({ status: 'PENDING', attempts: 4 });
  });
});

describe('a mark', () => {
  it('changes no message that is not pending', () => {
    const { outbox, add, fail, message } = open();
    add('A1', 'B1');
    outbox.markSent('A1');
    fail('B1', 5);
    const before = [message('A1'), message('B1')];

    fail('A1');
    outbox.markSent('A1');
    outbox.release('A1');
    fail('B1');
    outbox.markSent('B1');

    expect([message('A1'), message('B1')]).toEqual(before);
  });

  it('of a message that is not there is a mistake', () => {
    const { outbox, fail } = open();
    const message = 'There is no message X9 in the outbox.';

    expect(() => outbox.markSent('X9')).toThrow(message);
    expect(() => fail('X9')).toThrow(message);
    expect(() => outbox.release('X9')).toThrow(message);
  });

  it('that is made in a transaction ends with it', () => {
    const { outbox, transactions, add, ids } = open();
    add('A1');

    expect(() =>
      transactions.execute(() => {
        outbox.markSent('A1');
        throw new Error('no');
      }),
    ).toThrow('no');

    expect(ids()).toEqual(['A1']);
  });
});
