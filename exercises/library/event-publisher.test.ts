import { expect, it } from 'vitest';
import { eventFactory, eventPublisher, PublishBudgetExceededError, type DomainEvent } from './index.ts';
import { collectEvents, fixedClock, sequentialIds } from './testing.ts';

type UserRegistered = DomainEvent<'UserRegistered', { userId: string }>;
type PointsGranted = DomainEvent<'PointsGranted', { userId: string; points: number }>;
type Event = UserRegistered | PointsGranted;

const event = eventFactory(fixedClock(0), sequentialIds());
const registered = (userId = 'u-1'): UserRegistered => event('UserRegistered', { userId });
const granted = (points = 100): PointsGranted => event('PointsGranted', { userId: 'u-1', points });

it('calls the listeners of the type with the event itself', () => {
  const publisher = eventPublisher<Event>();
  const heard = collectEvents(publisher, 'UserRegistered');
  const news = registered();

  publisher.publish(granted());
  publisher.publish(news);

  expect(heard).toHaveLength(1);
  expect(heard[0]).toBe(news);
});

it('takes an event that nobody listens to', () => {
  expect(() => eventPublisher().publish(registered())).not.toThrow();
});

it('calls by order, equal ones as they were registered, and those without an order last', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  const say = (word: string) => () => void log.push(word);
  publisher.subscribe('UserRegistered', say('no order, first'));
  publisher.subscribe('UserRegistered', say('2, first'), { order: 2 });
  publisher.subscribe('UserRegistered', say('-1'), { order: -1 });
  publisher.subscribe('UserRegistered', say('2, second'), { order: 2 });
  publisher.subscribe('UserRegistered', say('no order, second'));

  publisher.publish(registered());

  expect(log).toEqual(['-1', '2, first', '2, second', 'no order, first', 'no order, second']);
});

it('asks the condition of a listener for each event', () => {
  const publisher = eventPublisher<Event>();
  const points: number[] = [];
  publisher.subscribe('PointsGranted', ({ data }) => points.push(data.points), {
    condition: ({ data }) => data.points >= 1_000,
  });

  publisher.publish(granted(999));
  publisher.publish(granted(1_000));

  expect(points).toEqual([1_000]);
});

it('asks a condition only when the turn of its listener comes', () => {
  const publisher = eventPublisher<Event>();
  let isMember = false;
  const log: string[] = [];
  publisher.subscribe('UserRegistered', () => {
    isMember = true;
  });
  publisher.subscribe('UserRegistered', () => log.push('welcome'), { condition: () => isMember });

  publisher.publish(registered());

  expect(log).toEqual(['welcome']);
});

it('brings an event of a listener to its end before it goes on (depth-first)', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  publisher.subscribe('UserRegistered', () => {
    log.push('points: begin');
    publisher.publish(granted());
    log.push('points: end');
  });
  publisher.subscribe('UserRegistered', () => log.push('mail'));
  publisher.subscribe('PointsGranted', () => log.push('coupon'));

  publisher.publish(registered());

  expect(log).toEqual(['points: begin', 'coupon', 'points: end', 'mail']);
});

it('lets the error of a listener reach the caller, and calls none of the later ones', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  const failure = new Error('the mail server is down');
  publisher.subscribe('UserRegistered', () => log.push('first'));
  publisher.subscribe('UserRegistered', () => {
    throw failure;
  });
  publisher.subscribe('UserRegistered', () => log.push('third'));

  expect(() => publisher.publish(registered())).toThrow(failure);
  expect(log).toEqual(['first']);
});

it('hands an error to the error handler with event and listener, and calls the later ones', () => {
  const reports: unknown[] = [];
  const publisher = eventPublisher<Event>({
    errorHandler: (error, { type }, listenerId) => reports.push([String(error), type, listenerId]),
  });
  const fail = (): void => {
    throw new Error('down');
  };
  publisher.subscribe('UserRegistered', fail, { id: 'welcome-mail' });
  publisher.subscribe('UserRegistered', fail);
  publisher.subscribe('UserRegistered', () => {}, { id: 'unsure', condition: fail as () => boolean });
  const heard = collectEvents(publisher, 'UserRegistered');

  publisher.publish(registered());

  expect(heard).toHaveLength(1);
  expect(reports).toEqual([
    ['Error: down', 'UserRegistered', 'welcome-mail'],
    ['Error: down', 'UserRegistered', 'UserRegistered#2'],
    ['Error: down', 'UserRegistered', 'unsure'],
  ]);
});

it('lets what the error handler throws reach the caller', () => {
  const publisher = eventPublisher<Event>({
    errorHandler: () => {
      throw new Error('handled badly');
    },
  });
  publisher.subscribe('UserRegistered', () => {
    throw new Error('down');
  });

  expect(() => publisher.publish(registered())).toThrow('handled badly');
});

it('keeps to the listeners of the start: who subscribes meanwhile hears the next event', () => {
  const publisher = eventPublisher<Event>();
  const late: string[] = [];
  const once = publisher.subscribe('UserRegistered', () => {
    once.unsubscribe();
    publisher.subscribe('UserRegistered', ({ data }) => late.push(data.userId));
  });

  publisher.publish(registered('u-1'));
  publisher.publish(registered('u-2'));

  expect(late).toEqual(['u-2']);
});

it('keeps to the listeners of the start: who is taken out meanwhile still hears this event', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  const first = publisher.subscribe('UserRegistered', () => {
    log.push('first');
    first.unsubscribe();
    second.unsubscribe();
  });
  const second = publisher.subscribe('UserRegistered', () => log.push('second'));
  publisher.subscribe('UserRegistered', () => log.push('third'));

  publisher.publish(registered());
  publisher.publish(registered());

  expect(log).toEqual(['first', 'second', 'third', 'third']);
});

it('gives a nested publication the listeners of its own start', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  publisher.subscribe('UserRegistered', ({ data }) => {
    if (data.userId !== 'u-1') return;
    publisher.subscribe('UserRegistered', (other) => log.push(other.data.userId));
    publisher.publish(registered('u-2'));
  });

  publisher.publish(registered('u-1'));

  expect(log).toEqual(['u-2']);
});

it('calls a function twice that was added twice, and takes out one of the two', () => {
  const publisher = eventPublisher<Event>();
  const log: string[] = [];
  const listener = (): void => void log.push('called');
  publisher.subscribe('UserRegistered', listener);
  const second = publisher.subscribe('UserRegistered', listener);

  publisher.publish(registered());
  expect(log).toHaveLength(2);

  second.unsubscribe();
  second.unsubscribe();
  publisher.publish(registered());
  expect(log).toHaveLength(3);
});

it('lets a publisher of any event hand out events without knowing their data', () => {
  const publisher = eventPublisher();
  const heard: DomainEvent[] = [];
  publisher.subscribe('UserRegistered', (news) => heard.push(news));

  publisher.publish(registered());

  expect(heard).toMatchObject([{ data: { userId: 'u-1' } }]);
});

it('refuses at compile time to listen to a type that is never published', () => {
  const publisher = eventPublisher<Event>();
  // @ts-expect-error misspelt
  publisher.subscribe('UserRegisterd', () => {});
  publisher.subscribe('UserRegistered', ({ data }) => {
    // @ts-expect-error points belong to the other event
    expect(data.points).toBeUndefined();
  });
  publisher.publish(registered());
});

/** Each answers the other: points for a registration, and a registration for points. */
function endless(options?: Parameters<typeof eventPublisher>[0]) {
  const publisher = eventPublisher<Event>(options);
  publisher.subscribe('UserRegistered', () => publisher.publish(granted()));
  publisher.subscribe('PointsGranted', () => publisher.publish(registered()));
  return publisher;
}

it('ends an endless exchange at its budget, with the types in the order of causation', () => {
  const error = thrownBy(() => endless({ budget: 3 }).publish(registered()));

  expect(error).toBeInstanceOf(PublishBudgetExceededError);
  expect(error).toMatchObject({
    chain: ['UserRegistered', 'PointsGranted', 'UserRegistered', 'PointsGranted'],
    message: expect.stringContaining(
      'More than 3 events came of one call: UserRegistered → PointsGranted → UserRegistered → PointsGranted.',
    ),
  });
});

it('ends an endless exchange after 100 events before the call stack overflows, and shortens it in the message', () => {
  const error = thrownBy(() => endless().publish(registered())) as PublishBudgetExceededError;

  expect(error.chain).toHaveLength(101);
  expect(error.message).toContain(
    'A chain of more than 100 events: ' +
      'UserRegistered → PointsGranted → UserRegistered → PointsGranted → UserRegistered → … → ' +
      'PointsGranted → UserRegistered.',
  );
});

it.each([
  [999, 'is heard'],
  [1_000, 'is too much'],
])('has a budget of 1,000: one event that leads to %i others %s', (others, outcome) => {
  const publisher = eventPublisher<Event>();
  publisher.subscribe('UserRegistered', () => {
    for (let count = 0; count < others; count += 1) publisher.publish(granted());
  });
  const heard = collectEvents(publisher, 'PointsGranted');

  const publishing = (): string => {
    publisher.publish(registered());
    return 'is heard';
  };

  expect(outcomeOf(publishing)).toBe(outcome);
  expect(heard).toHaveLength(999);
});

it('does not hand an exceeded budget to the error handler', () => {
  const publisher = endless({ budget: 3, errorHandler: () => {} });

  expect(() => publisher.publish(registered())).toThrow(PublishBudgetExceededError);
});

it('counts what one publish leads to, however wide it spreads', () => {
  const publisher = eventPublisher<Event>({ budget: 3 });
  publisher.subscribe('UserRegistered', () => {
    for (let count = 0; count < 3; count += 1) publisher.publish(granted());
  });

  expect(thrownBy(() => publisher.publish(registered()))).toMatchObject({
    chain: ['UserRegistered', 'PointsGranted'],
  });
});

it('begins a new budget with each publish from outside, also after one that was exceeded', () => {
  const publisher = eventPublisher<Event>({ budget: 1 });
  const answering = publisher.subscribe('UserRegistered', () => publisher.publish(granted()));
  expect(() => publisher.publish(registered())).toThrow(PublishBudgetExceededError);
  answering.unsubscribe();

  const heard = collectEvents(publisher, 'UserRegistered');
  for (let count = 0; count < 3; count += 1) publisher.publish(registered());
  expect(heard).toHaveLength(3);
});

function outcomeOf(work: () => string): string {
  try {
    return work();
  } catch (error) {
    return error instanceof PublishBudgetExceededError ? 'is too much' : String(error);
  }
}

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
