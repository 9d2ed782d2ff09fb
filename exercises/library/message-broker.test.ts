import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inMemoryMessageBroker, type OutboxMessage } from './index.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const message = (id: string): OutboxMessage => ({
  id,
  aggregateType: 'Member',
  aggregateId: 'mina',
  type: 'PointsEarned',
  payload: '{}',
  status: 'PENDING',
  attempts: 0,
  nextAttemptAt: 0,
});

function open() {
  const broker = inMemoryMessageBroker();
  const heard: string[] = [];
  return {
    broker,
    heard,
    hears: (name: string) => (sent: OutboxMessage) => void heard.push(`${name} ${sent.id}`),
    send: (...ids: readonly string[]) => ids.forEach((id) => broker.send(message(id))),
  };
}

describe('a message', () => {
  it('comes to every consumer, in the order of sending, and as often as it is sent', () => {
    const { broker, heard, hears, send } = open();
    broker.subscribe(hears('points'));
    broker.subscribe(hears('mail'));

    send('1', '2', '1');

    expect(heard).toEqual(['points 1', 'mail 1', 'points 2', 'mail 2', 'points 1', 'mail 1']);
  });

  it('is the same for all, whatever becomes of the object that was sent', () => {
    const { broker } = open();
    const sent = { ...message('1') };
    const received: OutboxMessage[] = [];
    broker.subscribe((each) => received.push(each));

    broker.send(sent);
    sent.payload = 'changed';

    expect(received).toEqual([message('1')]);
    expect(Object.isFrozen(received[0])).toBe(true);
  });

  it('that nobody waits for is no error, and nobody gets it later', () => {
    const { broker, heard, hears, send } = open();
    send('1');
    broker.subscribe(hears('points'));
    send('2');

    expect(heard).toEqual(['points 2']);
  });

  it('that a consumer sends comes after the one that it consumes', () => {
    const { broker, heard, hears, send } = open();
    broker.subscribe((sent) => {
      if (sent.id === '1') send('2');
      hears('points')(sent);
    });

    send('1');

    expect(heard).toEqual(['points 1', 'points 2']);
  });
});

describe('a consumer that throws', () => {
  it('is no trouble of the sender’s or of other consumers’, and gets the message again before the next', () => {
    const { broker, heard, hears, send } = open();
    const consume = vi.fn(hears('points')).mockImplementationOnce(() => {
      throw new Error('out of memory');
    });
    broker.subscribe(consume, { id: 'points' });
    broker.subscribe(hears('mail'));

    send('1', '2');

    expect(heard).toEqual(['mail 1', 'points 1', 'points 2', 'mail 2']);
    expect(console.error).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('points'),
      new Error('out of memory'),
    );
  });

  it('gets it again when the broker delivers, without a further message', () => {
    const { broker, heard, hears, send } = open();
    broker.subscribe(
      vi.fn(hears('points')).mockImplementationOnce(() => {
        throw new Error('out of memory');
      }),
    );
    send('1');

    broker.deliver();
    broker.deliver();

    expect(heard).toEqual(['points 1']);
  });
});

describe('a consumer that is started again under its id', () => {
  it('gets what came meanwhile, and what the old one has consumed not again', () => {
    const { broker, heard, hears, send } = open();
    const old = broker.subscribe(hears('old'), { id: 'points' });
    send('1');
    old.unsubscribe();
    send('2');

    broker.subscribe(hears('new'), { id: 'points' });
    send('3');

    expect(heard).toEqual(['old 1', 'new 2', 'new 3']);
  });

  it('takes the place of the old one, whose end is none of its business', () => {
    const { broker, heard, hears, send } = open();
    const old = broker.subscribe(hears('old'), { id: 'points' });
    broker.subscribe(hears('new'), { id: 'points' });

    send('1');
    old.unsubscribe();
    send('2');

    expect(heard).toEqual(['new 1', 'new 2']);
  });
});
