import { describe, expect, it } from 'vitest';
import {
  commandHandler,
  inMemoryEventStore,
  WrongExpectedVersionError,
  type Command,
  type Decider,
  type DomainEvent,
  type EventStore,
} from './index.ts';
import { fixedClock } from './testing.ts';

type OrderEvent =
  | DomainEvent<'LineAdded', { menuId: string }>
  | DomainEvent<'OrderAccepted', { lines: number }>
  | DomainEvent<'OrderCancelled'>;
type OrderCommand = Command<'AddLine', { menuId: string }> | Command<'AcceptOrder'> | Command<'CancelOrder'>;
type Order = { readonly lines: number; readonly status: 'waiting' | 'accepted' | 'cancelled' };

const fact = <T extends OrderEvent['type']>(
  type: T,
  data: Extract<OrderEvent, { type: T }>['data'],
  eventId: string,
) => ({ type, data, eventId, occurredAt: 0 }) as Extract<OrderEvent, { type: T }>;

/** Gives the same ids for the same decision, so that a repeated command repeats its events. */
const order: Decider<Order, OrderCommand, OrderEvent> = {
  initialState: () => ({ lines: 0, status: 'waiting' }),
  decide(command, { lines, status }) {
    if (status === 'cancelled') throw new Error('The order is cancelled.');
    switch (command.type) {
      case 'AddLine':
        return [fact('LineAdded', command.data, `line-${lines}-${command.data.menuId}`)];
      case 'AcceptOrder':
        return status === 'accepted' ? [] : [fact('OrderAccepted', { lines }, `accepted-with-${lines}`)];
      case 'CancelOrder':
        return [fact('OrderCancelled', {}, 'cancelled')];
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'LineAdded':
        return { ...state, lines: state.lines + 1 };
      case 'OrderAccepted':
        return { ...state, status: 'accepted' };
      case 'OrderCancelled':
        return { ...state, status: 'cancelled' };
    }
  },
};

const addLine = (menuId: string): OrderCommand => ({ type: 'AddLine', data: { menuId } });
const accept: OrderCommand = { type: 'AcceptOrder', data: {} };
const cancel: OrderCommand = { type: 'CancelOrder', data: {} };

/** `order-1` with one line. `slipIn` is what another waiter does whenever this one has decided and not yet appended. */
function kitchen() {
  const store: EventStore<OrderEvent> = inMemoryEventStore(fixedClock(0));
  const other = commandHandler(store, order);
  other('order-1', addLine('m-1'));
  let slipIn = (): unknown => undefined;
  let appends = 0;
  const raced: EventStore<OrderEvent> = {
    ...store,
    appendToStream(...args) {
      appends += 1;
      slipIn();
      return store.appendToStream(...args);
    },
  };
  return {
    handle: commandHandler(raced, order),
    other,
    attempts: () => appends,
    types: () => store.readStream('order-1').map(({ event }) => event.type),
    slipInAlways: (work: () => unknown) => (slipIn = work),
    slipInOnce: (work: () => unknown) =>
      (slipIn = () => {
        slipIn = () => undefined;
        return work();
      }),
  };
}

describe('a command', () => {
  it('appends what is decided on the state of its stream', () => {
    const { handle, types } = kitchen();

    expect(handle('order-1', accept)).toEqual({
      events: [fact('OrderAccepted', { lines: 1 }, 'accepted-with-1')],
      nextExpectedRevision: 1,
      idempotent: false,
    });
    expect(types()).toEqual(['LineAdded', 'OrderAccepted']);
  });

  it('begins a stream', () => {
    expect(kitchen().handle('order-2', addLine('m-1'))).toMatchObject({ nextExpectedRevision: 0 });
  });

  it('appends nothing when nothing has to happen', () => {
    const { handle, other, attempts } = kitchen();
    other('order-1', accept);

    expect(handle('order-1', accept)).toEqual({ events: [], nextExpectedRevision: 1, idempotent: false });
    expect(attempts()).toBe(0);
  });

  it('that is refused by a rule appends nothing and is not tried again', () => {
    const { handle, other, attempts, types } = kitchen();
    other('order-1', cancel);

    expect(() => handle('order-1', accept)).toThrow('The order is cancelled.');
    expect(attempts()).toBe(0);
    expect(types()).toEqual(['LineAdded', 'OrderCancelled']);
  });
});

describe('a command that meets another one', () => {
  it('is decided again on what is true then', () => {
    const { handle, other, slipInOnce, types } = kitchen();
    slipInOnce(() => other('order-1', addLine('m-2')));

    const { events } = handle('order-1', accept);

    expect(events).toEqual([fact('OrderAccepted', { lines: 2 }, 'accepted-with-2')]);
    expect(types()).toEqual(['LineAdded', 'LineAdded', 'OrderAccepted']);
  });

  it('is refused by the rule that the other one made true', () => {
    const { handle, other, slipInOnce, types } = kitchen();
    slipInOnce(() => other('order-1', cancel));

    expect(() => handle('order-1', accept)).toThrow('The order is cancelled.');
    expect(types()).toEqual(['LineAdded', 'OrderCancelled']);
  });

  it.each([
    { retries: undefined, attempts: 4 },
    { retries: 1, attempts: 2 },
    { retries: 0, attempts: 1 },
  ])('gives up after $retries retries', ({ retries, attempts }) => {
    const { handle, other, slipInAlways, attempts: made } = kitchen();
    slipInAlways(() => other('order-1', addLine('m-2')));

    expect(() => handle('order-1', accept, retries === undefined ? {} : { retries })).toThrow(
      WrongExpectedVersionError,
    );
    expect(made()).toBe(attempts);
  });

  it('does not retry another error of the store', () => {
    const { handle, slipInAlways, attempts } = kitchen();
    slipInAlways(() => {
      throw new Error('The disk is full.');
    });

    expect(() => handle('order-1', accept)).toThrow('The disk is full.');
    expect(attempts()).toBe(1);
  });
});

describe('a command with an expectation of its caller', () => {
  it.each([
    { expectedRevision: 0, outcome: 'conflict with 1' },
    { expectedRevision: 1, outcome: 'accepted with 2' },
    { expectedRevision: 2, outcome: 'conflict with 1' },
    { expectedRevision: 'no_stream', outcome: 'conflict with 1' },
    { expectedRevision: 'stream_exists', outcome: 'accepted with 2' },
    { expectedRevision: 'any', outcome: 'accepted with 2' },
  ] as const)('that expects $expectedRevision of a stream at 1', ({ expectedRevision, outcome }) => {
    const { handle, other } = kitchen();
    other('order-1', addLine('m-2'));
    const attempt = (): string => {
      try {
        const { events } = handle('order-1', accept, { expectedRevision });
        return events.map(({ eventId }) => eventId.replaceAll('-', ' ')).join();
      } catch (error) {
        return `conflict with ${(error as WrongExpectedVersionError).actual}`;
      }
    };

    expect(attempt()).toBe(outcome);
  });

  it.each([
    { streamName: 'order-1', actual: 1 },
    { streamName: 'order-2', actual: 'no_stream' },
  ])('is a conflict, whatever the rules say, if $streamName is not as far', ({ streamName, actual }) => {
    const { handle, other } = kitchen();
    other('order-1', cancel);

    expect(() => handle(streamName, accept, { expectedRevision: 5 })).toThrow(
      expect.objectContaining({ expected: 5, actual }),
    );
  });

  it('is not retried', () => {
    const { handle, other, slipInOnce, attempts } = kitchen();
    slipInOnce(() => other('order-1', addLine('m-2')));

    expect(() => handle('order-1', accept, { expectedRevision: 0, retries: 5 })).toThrow(
      expect.objectContaining({ expected: 0, actual: 1 }),
    );
    expect(attempts()).toBe(1);
  });

  it.each(['no_stream', 0] as const)(
    'succeeds once when it is sent again, expecting %s',
    (expectedRevision) => {
      const { handle } = kitchen();
      const streamName = expectedRevision === 'no_stream' ? 'order-2' : 'order-1';
      const first = handle(streamName, cancel, { expectedRevision });

      expect(first.idempotent).toBe(false);
      expect(handle(streamName, cancel, { expectedRevision })).toEqual({ ...first, idempotent: true });
    },
  );
});
