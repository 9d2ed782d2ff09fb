import { expect, it } from 'vitest';
import { inMemoryEventStore } from 'past-tense';
import { attachTape, showCase, type ShownMessage } from 'past-tense/drawing';
import { during, fixedClock, scene } from 'past-tense/testing';
import { commandHandler } from './command-handler.ts';
import { WrongExpectedVersionError, type CommandHandler, type HandleOptions } from './contracts.ts';
import { orderDecider, type Order, type OrderCommand, type OrderEvent } from './order.ts';

type Step = 'add' | 'accept' | 'cancel';

/** What is in the stream behind OrderPlaced and the first line, if Yuna does hers first and Taeho his afterwards. */
const AFTERWARDS: readonly (readonly [
  yuna: Step,
  taeho: Step,
  outcome: string,
  stream: readonly string[],
])[] = [
  ['add', 'add', 'done', ['LineAdded by yuna', 'LineAdded by taeho']],
  ['add', 'accept', 'done', ['LineAdded by yuna', 'OrderAccepted (2 lines) by taeho']],
  ['add', 'cancel', 'done', ['LineAdded by yuna', 'OrderCancelled by taeho']],
  ['accept', 'add', 'refused', ['OrderAccepted (1 lines) by yuna']],
  ['accept', 'accept', 'nothing', ['OrderAccepted (1 lines) by yuna']],
  ['accept', 'cancel', 'done', ['OrderAccepted (1 lines) by yuna', 'OrderCancelled by taeho']],
  ['cancel', 'add', 'refused', ['OrderCancelled by yuna']],
  ['cancel', 'accept', 'refused', ['OrderCancelled by yuna']],
  ['cancel', 'cancel', 'nothing', ['OrderCancelled by yuna']],
];

const offered = (type: OrderEvent['type'], data: object = {}) =>
  ({ type, data: { ...data, by: 'yuna' }, eventId: 'yuna/1', occurredAt: 0 }) as OrderEvent;

// Three times Yuna slips in between what Taeho has read and what he appends.
attachTape({
  stream: 'order-1',
  events: () => {
    const { handle, slipIn, stream } = kitchen();
    for (const [yuna, taeho] of [
      ['add', 'add'],
      ['add', 'accept'],
      ['cancel', 'cancel'],
    ] as const) {
      slipIn(1, yuna);
      attempt(() => handle('order-1', command(taeho, `taeho-${taeho}`)));
    }
    return stream('order-1').map(
      (each) => ({ ...each, data: { ...each.data, by: authorOf(each) } }) as OrderEvent,
    );
  },
  offers: [
    offered('LineAdded', { menuId: 'gimbap' }),
    offered('OrderAccepted', { lines: 9 }),
    offered('OrderCancelled'),
    offered('GuestSang' as 'OrderCancelled'),
  ],
  initialState: orderDecider.initialState,
  evolve: orderDecider.evolve,
});

it('reads, folds, decides and appends', () => {
  const { handle, told } = kitchen();
  showCase({
    given: [shown('OrderPlaced', {}), shown('LineAdded', { menuId: 'bibimbap' })],
    when: command('accept', 'taeho'),
    then: [shown('OrderAccepted', { lines: 1 })],
    yours: () => handledEvents(handle, command('accept', 'taeho')),
  });

  const handled = attempt(() => handle('order-1', command('accept', 'taeho')));

  expect(handled.outcome, 'Nobody else is at the order, which is waiting. It is accepted').toBe('done');
  expect(told('order-1'), 'What was decided stands at the end of the stream').toEqual([
    'OrderAccepted (1 lines) by taeho',
  ]);
  expect(
    [handled.types, handled.nextExpectedRevision],
    'The handler returns the events and the revision of the last of them',
  ).toEqual([['OrderAccepted'], 2]);
});

it('handles the first command of a new stream', () => {
  const { handle, told, expectations } = kitchen();

  const handled = attempt(() => handle('order-9', { type: 'PlaceOrder', data: { commandId: 'taeho' } }));

  expect(handled.outcome, 'There is no order-9 yet, so it can be placed').toBe('done');
  expect(told('order-9', 0), 'The new stream begins with OrderPlaced').toEqual(['OrderPlaced by taeho']);
  expect(
    handled.nextExpectedRevision,
    'The first event of a stream has revision 0. That is what the same caller expects next',
  ).toBe(0);
  expect(
    expectations,
    'A stream that was read as empty is expected to be empty: no_stream. With any, two people could both place the same order',
  ).toEqual(['no_stream']);
});

it('appends nothing when nothing was decided', () => {
  const { handle, told, expectations } = kitchen(['cancel']);

  const handled = attempt(() => handle('order-1', command('cancel', 'taeho')));

  expect(
    handled.outcome,
    'The order is cancelled already. decide returns no events, and the handler returns without an error',
  ).toBe('nothing');
  expect(expectations, 'There is nothing to append, so nothing is').toEqual([]);
  expect(
    handled.nextExpectedRevision,
    'Nothing was appended, so the caller expects next what was read: revision 2 is the last event',
  ).toBe(2);
  expect(told('order-1'), 'The stream is as it was').toEqual(['OrderCancelled by yuna']);

  const idle = commandHandler(inMemoryEventStore<OrderEvent>(fixedClock(0)), {
    ...orderDecider,
    decide: () => [],
  });
  expect(
    attempt(() => idle('order-9', command('accept', 'taeho'))).nextExpectedRevision,
    'Nothing was decided for an order that has no events. There is no last one, so the answer is no_stream',
  ).toBe('no_stream');
});

it('comes to what would have come of it one after the other, whoever slips in', () => {
  for (const [yuna, taeho, outcome, stream] of AFTERWARDS) {
    const { handle, told, slipIn } = kitchen();
    slipIn(1, yuna);
    const race = { en: `Yuna: ${yuna}, Taeho: ${taeho}`, ko: `유나: ${yuna}, 태호: ${taeho}` };
    showCase({
      given: [
        shown('OrderPlaced', {}),
        shown('LineAdded', { menuId: 'bibimbap' }),
        {
          en: `Taeho has read the order, and before he appends, Yuna’s “${yuna}” is in the stream`,
          ko: `태호가 주문을 읽었고, 덧붙이기 전에 유나의 ‘${yuna}’가 스트림에 들어왔습니다`,
        },
      ],
      when: command(taeho, 'taeho'),
      then: stream.map((each) => shown(each, {})),
      yours: () => told('order-1').map((each) => shown(each, {})),
    });

    const handled = scene(race.en, race.ko, () => attempt(() => handle('order-1', command(taeho, 'taeho'))));

    expect(
      told('order-1'),
      `Taeho: ${taeho}, and Yuna’s ${yuna} slipped in between reading and appending. The stream is as if she had come first and he had decided afterwards`,
    ).toEqual(stream);
    expect(
      handled.outcome,
      `Taeho: ${taeho}, after Yuna’s ${yuna}. He hears what came of it on the order as it is now`,
    ).toBe(outcome);
  }
});

it('decides anew as often as somebody slips in, up to 3 retries', () => {
  for (let times = 0; times <= 5; times += 1) {
    const { handle, told, slipIn, decisions } = kitchen();
    slipIn(times, 'add');

    const handled = scene(`Yuna slips in ${times}×`, `유나가 ${times}번 끼어듭니다`, () =>
      attempt(() => handle('order-1', command('accept', 'taeho'))),
    );

    expect(
      decisions(),
      `Somebody slips in ${times} times. Each conflict is a reason to decide again: 1 attempt and at most 3 retries`,
    ).toBe(Math.min(times, 3) + 1);
    expect(
      handled.outcome,
      `Somebody slips in ${times} times. After the third retry the conflict goes to the caller, as a WrongExpectedVersionError`,
    ).toBe(times <= 3 ? 'done' : 'conflict');
    expect(
      told('order-1').at(-1),
      `Somebody slips in ${times} times. The order is accepted with all the lines it has by then, or not at all`,
    ).toBe(
      times === 0
        ? 'OrderAccepted (1 lines) by taeho'
        : times <= 3
          ? `OrderAccepted (${times + 1} lines) by taeho`
          : 'LineAdded by yuna',
    );
  }
});

it('counts the retries of each command by themselves', () => {
  const { handle, slipIn } = kitchen();
  for (const commandId of ['taeho-1', 'taeho-2', 'taeho-3']) {
    slipIn(2, 'add');

    expect(
      attempt(() => handle('order-1', command('add', commandId))).outcome,
      'One handler, and somebody slips in twice at each of three commands. What an earlier command had to retry does not count for this one',
    ).toBe('done');
  }
});

it('retries as often as the caller says', () => {
  for (const retries of [0, 1, 2, 7]) {
    const { handle, slipIn, decisions } = kitchen();
    slipIn(30, 'add');

    const handled = scene(`${retries} retries`, `재시도 ${retries}번`, () =>
      attempt(() => handle('order-1', command('accept', 'taeho'), { retries })),
    );

    expect(
      handled.outcome,
      `Somebody slips in every time. With ${retries} retries the handler gives up`,
    ).toBe('conflict');
    expect(decisions(), `With ${retries} retries: the first attempt and ${retries} more`).toBe(retries + 1);
  }
});

it('leaves a conflict to the caller who said what the stream is like', () => {
  for (const [expectedRevision, times] of [
    [1, 1],
    [0, 0],
  ] as const) {
    const { handle, told, slipIn, decisions } = kitchen();
    slipIn(times, 'add');

    const handled = attempt(() => handle('order-1', command('accept', 'taeho'), { expectedRevision }));

    expect(
      handled.outcome,
      `Taeho looks at a screen that shows the order at ${expectedRevision}, and the stream has gone further. He wants to accept what he sees, or nothing: the conflict is his`,
    ).toBe('conflict');
    expect(decisions(), 'A caller’s own expectation is not retried').toBeLessThanOrEqual(1);
    expect(
      told('order-1').filter((each) => each.endsWith('taeho')),
      'Nothing of his is appended',
    ).toEqual([]);
  }

  const store = inMemoryEventStore<OrderEvent>(fixedClock(0));
  const placed: OrderEvent = { type: 'OrderPlaced', data: {}, eventId: 'taeho/1', occurredAt: 0 };
  store.appendToStream('order-1', [{ ...placed, eventId: 'yuna/1' }], { expectedRevision: 'no_stream' });
  const placing = commandHandler(store, { ...orderDecider, decide: () => [placed] });
  expect(
    attempt(() => placing('order-1', command('add', 'taeho'), { expectedRevision: 'no_stream' })).outcome,
    'The caller expects that there is no order yet, and there is one. no_stream is an expectation like any number',
  ).toBe('conflict');
});

it('appends at the revision that the caller expects, if the stream is there', () => {
  const { handle, told } = kitchen();

  const handled = attempt(() => handle('order-1', command('accept', 'taeho'), { expectedRevision: 1 }));

  expect(handled.outcome, 'The screen shows the order as it is. It is accepted').toBe('done');
  expect(told('order-1'), 'The acceptance is in the stream').toEqual(['OrderAccepted (1 lines) by taeho']);
});

it('does not retry other errors', () => {
  const refused = kitchen(['cancel']);
  expect(
    attempt(() => refused.handle('order-1', command('accept', 'taeho'))).outcome,
    'The rule says no. That is the answer, and it goes to the caller',
  ).toBe('refused');
  expect(refused.decisions(), 'The same rule would say the same again: one decision is enough').toBe(1);

  const broken = kitchen([], { isBroken: true });
  expect(
    attempt(() => broken.handle('order-1', command('accept', 'taeho'))).outcome,
    'The store is down. That is no conflict, and trying at once again makes it no better',
  ).toBe('threw Error: The store is down.');
  expect(broken.decisions(), 'The store is down: one attempt').toBe(1);
});

it('looks at its own stream only', () => {
  const { handle, told } = kitchen();
  attempt(() => handle('order-2', command('cancel', 'yuna')));

  expect(
    attempt(() => handle('order-1', command('accept', 'taeho'))).outcome,
    'order-2 was cancelled. order-1 is another order, and waits',
  ).toBe('done');
  expect(told('order-2'), 'What happened to order-2 stands in order-2').toEqual(['OrderCancelled by yuna']);
});

/**
 * order-1 and order-2, each with one line, and what Yuna has done to order-1 since. `slipIn` lets Yuna do something in
 * between each time before an append, so many times.
 */
function kitchen(since: readonly Step[] = [], { isBroken = false } = {}) {
  const store = inMemoryEventStore<OrderEvent>(fixedClock(0));
  const write = (streamName: string, each: OrderCommand): void => {
    const history = store.readStream(streamName).map(({ event }) => event);
    const order = history.reduce(orderDecider.evolve, orderDecider.initialState());
    store.appendToStream(streamName, orderDecider.decide(each, order), { expectedRevision: 'any' });
  };
  for (const streamName of ['order-1', 'order-2']) {
    scene(`${streamName}, with one line`, `${streamName}, 항목 1개`, () => {
      write(streamName, { type: 'PlaceOrder', data: { commandId: `place-${streamName}` } });
      write(streamName, command('add', `first-line-${streamName}`));
    });
  }
  const yunaDoes = (streamName: string, each: OrderCommand): void => by(each, () => write(streamName, each));
  since.forEach((step) => yunaDoes('order-1', command(step, 'yuna')));

  let slips: Step[] = [];
  let slipped = 0;
  let decided = 0;
  const expectations: unknown[] = [];
  const shared: typeof store = {
    ...store,
    appendToStream(streamName, events, options) {
      if (isBroken) throw new Error('The store is down.');
      expectations.push(options.expectedRevision);
      const step = slips.shift();
      if (step) yunaDoes(streamName, command(step, `yuna-${(slipped += 1)}`));
      return store.appendToStream(streamName, events, options);
    },
  };
  const handler = commandHandler(shared, {
    ...orderDecider,
    decide: (each: OrderCommand, order: Order) => {
      decided += 1;
      const seen = { kind: 'call', place: 'aggregate', name: 'decide', label: each.type } as const;
      return during({ ...seen, payload: order }, () => orderDecider.decide(each, order));
    },
  });
  return {
    handle: (...asked: Parameters<typeof handler>) => by(asked[1], () => handler(...asked)),
    expectations,
    decisions: () => decided,
    slipIn: (times: number, step: Step) => {
      slips = Array.from({ length: times }, () => step);
    },
    stream: (streamName: string) => store.readStream(streamName).map(({ event }) => event),
    /** What the stream holds behind its first events. */
    told: (streamName: string, from = 2) =>
      store
        .readStream(streamName)
        .slice(from)
        .map(({ event }) => inWords(event)),
  };
}

/** Tells the timeline whose command it is. */
function by<T>(each: OrderCommand, work: () => T): T {
  const name = each.data.commandId.startsWith('yuna')
    ? { en: 'Yuna', ko: '유나' }
    : { en: 'Taeho', ko: '태호' };
  return during({ kind: 'command', place: 'caller', name, label: each.type, payload: each }, work);
}

function command(step: Step, commandId: string): OrderCommand {
  switch (step) {
    case 'add':
      return { type: 'AddLine', data: { commandId, menuId: 'bibimbap' } };
    case 'accept':
      return { type: 'AcceptOrder', data: { commandId } };
    case 'cancel':
      return { type: 'CancelOrder', data: { commandId } };
  }
}

function inWords(event: OrderEvent): string {
  const what = event.type === 'OrderAccepted' ? `OrderAccepted (${event.data.lines} lines)` : event.type;
  return `${what} by ${authorOf(event)}`;
}

function authorOf({ eventId }: OrderEvent): string {
  const [author = ''] = eventId.split(/[-/]/);
  return ['yuna', 'taeho'].includes(author) ? author : 'house';
}

function attempt(work: () => ReturnType<CommandHandler<OrderCommand, OrderEvent>>) {
  try {
    const handled: Partial<ReturnType<CommandHandler<OrderCommand, OrderEvent>>> | undefined = work();
    const types = (handled?.events ?? []).map(({ type }) => type);
    const outcome =
      handled?.events === undefined ? 'returned no events' : types.length > 0 ? 'done' : 'nothing';
    return { outcome, types, nextExpectedRevision: handled?.nextExpectedRevision };
  } catch (error) {
    return { outcome: outcomeOf(error), types: [], nextExpectedRevision: undefined };
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof WrongExpectedVersionError) return 'conflict';
  return /the order is|There is no order/i.test(String(error)) ? 'refused' : `threw ${String(error)}`;
}

function handledEvents(
  handle: (
    streamName: string,
    command: OrderCommand,
    options?: HandleOptions,
  ) => { events: readonly OrderEvent[] },
  each: OrderCommand,
): readonly ShownMessage[] {
  return handle('order-1', each).events;
}

function shown(type: string, data: object): ShownMessage {
  return { type, data };
}
