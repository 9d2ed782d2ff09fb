import { expect, it } from 'vitest';
import { eventFactory } from 'past-tense';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { eventPublisher } from './event-publisher.ts';
import type { CouponIssued, KitchenEvent, UserRegistered } from './events.ts';
import type { EventPublisher, Subscription } from './publisher-contract.ts';

it('calls every listener of the published type', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('e-mail'));
  publisher.subscribe('UserRegistered', writes('SMS'));

  publish(publisher, registered('mina'));

  expect(
    calls.toSorted(),
    'Two listeners subscribed to UserRegistered. Each of them is called once, with the event',
  ).toEqual(['SMS: mina', 'e-mail: mina']);
  expect(calls, 'Who subscribed first is called first').toEqual(['e-mail: mina', 'SMS: mina']);
});

it('calls no listener of another type', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('e-mail'));
  publisher.subscribe('CouponIssued', writes('push message'));

  publish(publisher, registered('mina'));
  publish(publisher, issued('jun'));

  expect(
    calls,
    'Mina registered, Jun got a coupon. The type of an event decides whose business it is',
  ).toEqual(['e-mail: mina', 'push message: jun']);
});

it('publishes without an error when nobody listens', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('CouponIssued', writes('push message'));

  expect(
    attempt(publisher, registered('mina')),
    'Nobody listens to UserRegistered. The publisher does not care who handles an event, so nobody is fine too',
  ).toBe('returned');
  publish(publisher, issued('mina'));
  expect(calls, 'After an event that nobody heard, the next one reaches its listener').toEqual([
    'push message: mina',
  ]);
});

it('keeps the listeners of two publishers apart', () => {
  const one = kitchen();
  const other = kitchen();
  one.publisher.subscribe('UserRegistered', one.writes('e-mail'));
  other.publisher.subscribe('UserRegistered', other.writes('SMS'));

  publish(one.publisher, registered('mina'));

  expect(one.calls, 'The publisher that publishes calls its own listener').toEqual(['e-mail: mina']);
  expect(
    other.calls,
    'Two calls of eventPublisher make two publishers. What one publishes is no news for the listeners of the other',
  ).toEqual([]);
});

it('calls a lower order earlier, whoever subscribed first', () => {
  const orders = [-1, 0, 2, 10];

  const sequences = inEachSequence(orders, (permutation) => {
    const { publisher, calls, writes } = kitchen();
    for (const order of permutation) publisher.subscribe('UserRegistered', writes(`${order}`), { order });
    publish(publisher, registered('mina'));
    return calls;
  });

  expect(
    distinct(sequences),
    'Four listeners with the orders -1, 0, 2 and 10 subscribed in each of the 24 possible sequences. They are always called in this one',
  ).toEqual(['-1: mina, 0: mina, 2: mina, 10: mina']);
});

it('calls listeners without an order after all that have one', () => {
  const listeners = [undefined, 1_000_000, -1, undefined];

  const sequences = inEachSequence(listeners, (permutation) => {
    const { publisher, calls, writes } = kitchen();
    for (const order of permutation) {
      if (order === undefined) publisher.subscribe('UserRegistered', writes('none'));
      else publisher.subscribe('UserRegistered', writes(`${order}`), { order });
    }
    publish(publisher, registered('mina'));
    return calls;
  });

  expect(
    distinct(sequences.map((calls) => calls.filter((call) => !call.startsWith('none')))),
    'Of two listeners that name an order, the lower one is called earlier',
  ).toEqual(['-1: mina, 1000000: mina']);
  expect(
    distinct(sequences).length,
    'Orders -1 and 1,000,000, and two listeners without one: in whatever sequence the four subscribe, they are called in the same one',
  ).toBe(1);
  expect(
    distinct(sequences),
    'Who names no order does not mind when it is called. It comes after all that do mind, even after order 1,000,000',
  ).toEqual(['-1: mina, 1000000: mina, none: mina, none: mina']);
});

it('calls listeners without an order in the sequence in which they subscribed', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('first'));
  publisher.subscribe('UserRegistered', writes('before them'), { order: 0 });
  publisher.subscribe('UserRegistered', writes('second'));
  publisher.subscribe('UserRegistered', writes('third'));

  publish(publisher, registered('mina'));

  expect(
    calls.filter((call) => !call.startsWith('before')),
    'Among equals, who subscribed first is called first',
  ).toEqual(['first: mina', 'second: mina', 'third: mina']);
});

it('calls listeners of one order in the sequence in which they subscribed', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('first'), { order: 1 });
  publisher.subscribe('UserRegistered', writes('second'), { order: 1 });
  publisher.subscribe('UserRegistered', writes('before them'), { order: 0 });
  publisher.subscribe('UserRegistered', writes('third'), { order: 1 });

  publish(publisher, registered('mina'));

  expect(calls, 'Among equals, who subscribed first is called first').toEqual([
    'before them: mina',
    'first: mina',
    'second: mina',
    'third: mina',
  ]);
});

it('calls a listener only for events that meet its condition', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('CouponIssued', writes('call'), { condition: ({ data }) => data.won >= 10_000 });
  publisher.subscribe('CouponIssued', writes('e-mail'));

  publish(publisher, issued('mina', 3_000));
  publish(publisher, issued('jun', 10_000));

  expect(
    calls,
    'The first listener wants coupons of 10,000 won or more, the second wants all. Each event is judged anew',
  ).toEqual(['e-mail: mina', 'call: jun', 'e-mail: jun']);
});

it('asks a condition only about events of the type that was subscribed to', () => {
  const { publisher, calls, writes } = kitchen();
  const asked: string[] = [];
  publisher.subscribe('CouponIssued', writes('e-mail'), {
    condition: ({ type }) => {
      asked.push(type);
      return true;
    },
  });

  publish(publisher, registered('mina'));
  publish(publisher, issued('mina'));

  expect(
    [...new Set(asked)],
    'The condition was written for CouponIssued. Asked about another event, it reads data that is not there',
  ).toEqual(['CouponIssued']);
  expect(calls, 'The coupon meets the condition, so its listener is called').toEqual(['e-mail: mina']);
});

it('has called all listeners by the time publish returns', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('e-mail'));
  publisher.subscribe('UserRegistered', writes('SMS'));

  const returned = publish(publisher, registered('mina'));
  calls.push('publish returned');

  expect(
    returned instanceof Promise ? 'a promise' : 'no promise',
    'publish returns no promise: whoever forgets to await one goes on too early, and misses the error of a listener',
  ).toBe('no promise');
  expect(
    calls,
    'Whoever calls publish goes on with the next line as soon as it returns. By then every listener has run, not only the first',
  ).toEqual(['e-mail: mina', 'SMS: mina', 'publish returned']);
});

it('finishes an event that a listener publishes before it calls the next listener', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe(
    'UserRegistered',
    heardBy('coupon desk', ({ data }) => {
      calls.push('coupon desk begins');
      publish(publisher, issued(data.userId));
      calls.push('coupon desk ends');
    }),
  );
  publisher.subscribe('UserRegistered', writes('e-mail'));
  publisher.subscribe('CouponIssued', writes('push message'));
  publisher.subscribe('CouponIssued', writes('bookkeeping'));

  publish(publisher, registered('mina'));

  expect(
    calls,
    'publish is one call inside another here. The inner one has called all its listeners when it returns to the coupon desk, and only then it is the e-mail’s turn',
  ).toEqual([
    'coupon desk begins',
    'push message: mina',
    'bookkeeping: mina',
    'coupon desk ends',
    'e-mail: mina',
  ]);
});

it('hands the error of a listener to whoever published', () => {
  const { publisher } = kitchen();
  const down = new Error('The SMS gateway does not answer.');
  publisher.subscribe('UserRegistered', fails(down));

  const outcome = attempt(publisher, registered('mina'));

  expect(
    outcome,
    'A listener threw. publish throws too, so that its caller knows and can decide what it means',
  ).not.toBe('returned');
  expect(outcome, 'What publish throws is the error of the listener, as it is').toBe(down);
});

it('calls no listener after the one that failed', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe('UserRegistered', writes('before'));
  publisher.subscribe('UserRegistered', fails(new Error('The SMS gateway does not answer.')));
  publisher.subscribe('UserRegistered', writes('after'));

  attempt(publisher, registered('mina'));

  expect(
    calls,
    'The first error ends this publish: listeners before it have run, those after it are not called any more',
  ).toEqual(['before: mina']);
});

it('works as before after a publish that failed', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe(
    'UserRegistered',
    heardBy('SMS', ({ data }) => {
      if (data.userId === 'mina') throw new Error('The SMS gateway does not answer.');
    }),
  );
  publisher.subscribe('UserRegistered', writes('e-mail'));

  attempt(publisher, registered('mina'));
  calls.length = 0;
  attempt(publisher, registered('jun'));

  expect(
    calls,
    'Mina’s registration failed in a listener. Jun’s is another event, and all its listeners are called',
  ).toEqual(['e-mail: jun']);
});

it('goes on when a listener caught the error of what it published itself', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe(
    'UserRegistered',
    heardBy('coupon desk', ({ data }) => {
      const outcome = attempt(publisher, issued(data.userId));
      calls.push(outcome === 'returned' ? 'coupon desk saw no error' : 'coupon desk caught it');
    }),
  );
  publisher.subscribe('UserRegistered', writes('e-mail'));
  publisher.subscribe('CouponIssued', fails(new Error('No coupons left.')));

  attempt(publisher, registered('mina'));

  expect(
    calls,
    'The error of CouponIssued reaches the coupon desk, which published it and catches it. For UserRegistered nothing went wrong, so the e-mail goes out',
  ).toEqual(['coupon desk caught it', 'e-mail: mina']);
});

it('calls a listener that subscribes during a publish from the next publish on', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe(
    'UserRegistered',
    heardBy('host', ({ data }) => {
      if (data.userId === 'mina') publisher.subscribe('UserRegistered', writes('newcomer'));
    }),
  );

  publish(publisher, registered('mina'));
  calls.push('next');
  publish(publisher, registered('jun'));

  expect(
    calls,
    'The listeners of a publish are those of its beginning. Who subscribes meanwhile hears the next event, not this one',
  ).toEqual(['next', 'newcomer: jun']);
});

it('calls a listener that is unsubscribed during a publish for the last time', () => {
  const { publisher, calls, writes } = kitchen();
  const subscriptions: Subscription[] = [];
  publisher.subscribe(
    'UserRegistered',
    heardBy('host', () => subscriptions.forEach((each) => each.unsubscribe())),
  );
  subscriptions.push(publisher.subscribe('UserRegistered', writes('leaving')));
  publisher.subscribe('UserRegistered', writes('staying'));

  publish(publisher, registered('mina'));
  expect(
    calls,
    'The listeners of a publish are those of its beginning. Who is unsubscribed meanwhile still hears this event',
  ).toEqual(['leaving: mina', 'staying: mina']);

  calls.length = 0;
  publish(publisher, registered('jun'));
  expect(calls, 'Who is unsubscribed hears no later event').toEqual(['staying: jun']);
});

it('skips nobody when a listener unsubscribes itself', () => {
  const { publisher, calls, writes } = kitchen();
  const once = publisher.subscribe(
    'UserRegistered',
    heardBy('once', ({ data }) => {
      calls.push(`once: ${data.userId}`);
      once.unsubscribe();
    }),
  );
  publisher.subscribe('UserRegistered', writes('neighbour'));
  publisher.subscribe('UserRegistered', writes('last'));

  publish(publisher, registered('mina'));

  expect(
    calls,
    'One listener leaves while it is being called. Its neighbours did not, so each of them hears the event',
  ).toEqual(['once: mina', 'neighbour: mina', 'last: mina']);
});

it('begins a nested publish with the listeners of that moment', () => {
  const { publisher, calls, writes } = kitchen();
  publisher.subscribe(
    'UserRegistered',
    heardBy('host', ({ data }) => {
      if (data.userId !== 'mina') return;
      publisher.subscribe('UserRegistered', writes('newcomer'));
      publish(publisher, registered('jun'));
    }),
  );

  publish(publisher, registered('mina'));

  expect(
    calls,
    'The newcomer subscribed before Jun’s event was published and after Mina’s was. So it hears about Jun, though Mina’s publish is still under way',
  ).toEqual(['newcomer: jun']);
});

it('calls a function that subscribed twice two times', () => {
  const { publisher, calls, writes } = kitchen();
  const eMail = writes('e-mail');
  publisher.subscribe('UserRegistered', eMail);
  publisher.subscribe('UserRegistered', eMail);

  publish(publisher, registered('mina'));

  expect(calls, 'Two subscriptions are two calls, even if both name the same function').toEqual([
    'e-mail: mina',
    'e-mail: mina',
  ]);
});

it.each([
  ['first', 0, ['between: mina', 'e-mail: mina', 'last: mina']],
  ['second', 1, ['e-mail: mina', 'between: mina', 'last: mina']],
])(
  'unsubscribes the %s of two subscriptions of one function, and leaves the other',
  (which, place, expected) => {
    const { publisher, calls, writes } = kitchen();
    const eMail = writes('e-mail');
    const first = publisher.subscribe('UserRegistered', eMail);
    publisher.subscribe('UserRegistered', writes('between'));
    const second = publisher.subscribe('UserRegistered', eMail);
    publisher.subscribe('UserRegistered', writes('last'));

    publish(publisher, registered('mina'));
    expect(
      calls,
      'Nothing was taken back yet: four subscriptions, four calls, in the sequence in which they subscribed',
    ).toEqual(['e-mail: mina', 'between: mina', 'e-mail: mina', 'last: mina']);

    calls.length = 0;
    [first, second][place]?.unsubscribe();
    publish(publisher, registered('mina'));
    expect(
      calls.filter((call) => call === 'e-mail: mina').length < 2,
      'One of the two subscriptions was taken back, so the function is not called twice any more',
    ).toBe(true);
    expect(
      calls,
      `One function subscribed twice, and another one in between. The ${which} subscription is taken back, and exactly that one`,
    ).toEqual(expected);
  },
);

it('leaves all other subscriptions when one is taken back, also if that happens twice', () => {
  const { publisher, calls, writes } = kitchen();
  const eMail = writes('e-mail');
  const subscription = publisher.subscribe('UserRegistered', eMail);
  publisher.subscribe('UserRegistered', eMail);
  publisher.subscribe('UserRegistered', writes('SMS'));

  expect(unsubscribe(subscription), 'unsubscribe takes a subscription back, without an error').toBe(
    'returned',
  );
  publish(publisher, registered('mina'));
  expect(calls.length < 3, 'One of three subscriptions was taken back, so there are not three calls').toBe(
    true,
  );
  expect(
    calls.toSorted(),
    'One subscription was taken back. The other two are still there, also the one of the same function',
  ).toEqual(['SMS: mina', 'e-mail: mina']);

  calls.length = 0;
  expect(
    unsubscribe(subscription),
    'unsubscribe may be called again: there is nothing left to take back, and that is no error',
  ).toBe('returned');
  publish(publisher, registered('mina'));
  expect(
    calls.toSorted(),
    'The same subscription was taken back once more. That does nothing: the other two are still there',
  ).toEqual(['SMS: mina', 'e-mail: mina']);
});

const event = eventFactory(fixedClock(0), sequentialIds());

function registered(userId: string): UserRegistered {
  return event('UserRegistered', { userId });
}

function issued(userId: string, won = 5_000): CouponIssued {
  return event('CouponIssued', { userId, won });
}

/** A publisher with a list of calls, and listeners that write into it. */
function kitchen() {
  const calls: string[] = [];
  const writes = (name: string) => heardBy(name, (heard) => void calls.push(`${name}: ${heard.data.userId}`));
  return { publisher: recorded(eventPublisher<KitchenEvent>()), calls, writes };
}

function fails(error: Error): (heard: KitchenEvent) => void {
  return heardBy('SMS', () => {
    throw error;
  });
}

const names = new WeakMap<object, string>();

/** A listener by whose name the timeline shows it. */
function heardBy(name: string, listener: (heard: KitchenEvent) => void): (heard: KitchenEvent) => void {
  const named = (heard: KitchenEvent): void =>
    during({ kind: 'listener', place: 'listener', name, label: heard.type }, () => listener(heard));
  names.set(named, name);
  return named;
}

/** The learner's publisher. Who subscribes and who leaves is seen in the timeline. */
function recorded(publisher: EventPublisher<KitchenEvent>): EventPublisher<KitchenEvent> {
  return {
    publish: (published) => publisher.publish(published),
    subscribe(type, listener, options) {
      const subscription: Subscription | undefined = options
        ? publisher.subscribe(type, listener, options)
        : publisher.subscribe(type, listener);
      const name = names.get(listener) ?? '?';
      const order = options?.order === undefined ? '' : `, order ${options.order}`;
      note({ kind: 'call', place: 'publisher', label: `subscribe ${name}${order}` });
      // Who returns nothing is judged for that, and not for what is called on it.
      if (!subscription) return subscription;
      return {
        unsubscribe() {
          note({ kind: 'call', place: 'publisher', label: `unsubscribe ${name}` });
          subscription.unsubscribe();
        },
      };
    },
  };
}

/** What `publish` returned. If that is a promise, its error is not reported once more, outside of every test. */
function publish(publisher: EventPublisher<KitchenEvent>, published: KitchenEvent): unknown {
  const { type } = published;
  const returned: unknown = during(
    { kind: 'published', place: 'publisher', label: type, payload: published },
    () => publisher.publish(published),
  );
  if (returned instanceof Promise) returned.catch(() => undefined);
  return returned;
}

/** What `publish` threw, or 'returned'. */
function attempt(publisher: EventPublisher<KitchenEvent>, published: KitchenEvent): unknown {
  try {
    publish(publisher, published);
    return 'returned';
  } catch (error) {
    return error;
  }
}

function unsubscribe(subscription: Subscription): string {
  try {
    subscription.unsubscribe();
    return 'returned';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** The different sequences of calls, each as one line. */
function distinct(sequences: readonly string[][]): string[] {
  return [...new Set(sequences.map((calls) => calls.join(', ')))];
}

/** What each of the sequences in which they can subscribe leads to. */
function inEachSequence<Item, Result>(items: readonly Item[], act: (sequence: Item[]) => Result): Result[] {
  return permutations(items).map((sequence) => {
    const shown = sequence.map((item) => item ?? '–').join(', ');
    const label = { en: `subscribed as ${shown}`, ko: `구독 순서: ${shown}` };
    return during({ kind: 'call', place: 'caller', label }, () => act(sequence));
  });
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, place) =>
    permutations(items.toSpliced(place, 1)).map((rest) => [first, ...rest]),
  );
}
