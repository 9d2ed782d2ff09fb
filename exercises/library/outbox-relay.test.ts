import { describe, expect, it } from 'vitest';
import { inMemoryDatabase, outboxRelay, tableOutbox, type OutboxMessage } from './index.ts';
import { faultInjector, fixedClock } from './testing.ts';

/** A relay whose broker fails for a message as often as `faults.failCall(id, times)` says. */
function open(options: { limit?: number } = {}) {
  const database = inMemoryDatabase();
  const clock = fixedClock(0);
  const outbox = tableOutbox(database.table('outbox'), clock);
  const faults = faultInjector();
  const delivered: string[] = [];
  const marked = () =>
    database
      .committed<OutboxMessage>('outbox')
      .filter(({ status }) => status === 'SENT')
      .map(({ id }) => id);
  const relay = outboxRelay(
    outbox,
    {
      send(message) {
        faults.point(message.id);
        expect(marked(), 'marked before it was sent').not.toContain(message.id);
        delivered.push(message.id);
      },
    },
    options,
  );
  return {
    clock,
    outbox,
    faults,
    delivered,
    marked,
    poll: () => relay.poll(),
    /** `A1` is about A. */
    add(...ids: readonly string[]) {
      for (const id of ids) {
        outbox.add([{ type: 'PointsEarned', data: {}, eventId: id, occurredAt: 0 }], {
          aggregateType: 'Member',
          aggregateId: id[0]!,
        });
      }
    },
  };
}

describe('a poll', () => {
  it('sends what is pending, in order, and marks it; the next one has nothing to do', () => {
    const { add, poll, delivered, marked } = open();
    add('A1', 'B1', 'A2');

    expect(poll()).toEqual({ sent: 3, failed: 0, blocked: 0 });
    expect(poll()).toEqual({ sent: 0, failed: 0, blocked: 0 });
    expect(delivered).toEqual(['A1', 'B1', 'A2']);
    expect(marked()).toEqual(['A1', 'B1', 'A2']);
  });

  it('marks one message before it sends the next', () => {
    const { add, outbox, marked } = open();
    add('A1', 'B1');
    const marks: string[][] = [];

    outboxRelay(outbox, { send: () => marks.push(marked()) }).poll();

    expect(marks).toEqual([[], ['A1']]);
  });

  it('tries as many as its limit', () => {
    const { add, poll, delivered } = open({ limit: 2 });
    add('A1', 'B1', 'C1');

    expect(poll()).toEqual({ sent: 2, failed: 0, blocked: 0 });
    expect(poll()).toEqual({ sent: 1, failed: 0, blocked: 0 });
    expect(delivered).toEqual(['A1', 'B1', 'C1']);
  });
});

describe('a message that fails', () => {
  it('is sent when its time has come, those behind it after it; others need not wait', () => {
    const { clock, faults, add, poll, delivered } = open();
    add('A1', 'A2', 'B1', 'A3');
    faults.failCall('A1', 1);

    expect(poll()).toEqual({ sent: 1, failed: 1, blocked: 2 });
    expect(poll()).toEqual({ sent: 0, failed: 0, blocked: 0 });
    clock.moveTo(1_000);
    expect(poll()).toEqual({ sent: 3, failed: 0, blocked: 0 });
    expect(delivered).toEqual(['B1', 'A1', 'A2', 'A3']);
  });

  it('five times is parked, with its aggregate, until it is released; others are sent meanwhile', () => {
    const { clock, outbox, faults, add, poll, delivered } = open();
    add('A1', 'A2');
    faults.failCall('A1', 5);
    const polls = [0, 1_000, 3_000, 7_000, 15_000, 86_400_000].map((now) => {
      clock.moveTo(now);
      return poll();
    });
    add('B1');
    poll();

    expect(polls.map(({ failed }) => failed)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(delivered).toEqual(['B1']);
    outbox.release('A1');
    expect(poll()).toEqual({ sent: 2, failed: 0, blocked: 0 });
    expect(delivered).toEqual(['B1', 'A1', 'A2']);
  });

  it('does not use up the limit of later polls', () => {
    const { faults, add, poll, delivered } = open({ limit: 1 });
    add('A1', 'A2', 'B1');
    faults.failCall('A1', 1);

    expect([poll(), poll()]).toEqual([
      { sent: 0, failed: 1, blocked: 0 },
      { sent: 1, failed: 0, blocked: 0 },
    ]);
    expect(delivered).toEqual(['B1']);
  });
});
