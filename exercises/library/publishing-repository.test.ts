import { describe, expect, it } from 'vitest';
import {
  AggregateRoot,
  eventFactory,
  eventPublisher,
  publishingRepository,
  type DomainEvent,
  type Repository,
  type WhenListenerAddsEvents,
} from './index.ts';
import { collectEvents, fixedClock, sequentialIds } from './testing.ts';

type Told = DomainEvent<'E1' | 'E2' | 'E3', { by: string }>;

const event = eventFactory(fixedClock(0), sequentialIds());

class User extends AggregateRoot<Told> {
  readonly id: string;
  readonly child: User | undefined;

  constructor(id: string, child?: User) {
    super();
    this.id = id;
    this.child = child;
  }

  tell(...types: Told['type'][]): this {
    for (const type of types) this.registerEvent(event(type, { by: this.id }));
    return this;
  }
}

function kitchen(policy?: WhenListenerAddsEvents) {
  const rows = new Map<string, User>();
  const inner: Repository<User> = {
    findById: (id) => rows.get(id),
    save: (user) => void rows.set(user.id, user),
    saveAll(users) {
      for (const user of users) inner.save(user);
    },
    delete: ({ id }) => void rows.delete(id),
    deleteById: (id) => void rows.delete(id),
  };
  const publisher = eventPublisher<Told>();
  const published = collectEvents(publisher, 'E1', 'E2', 'E3');
  const users = publishingRepository(inner, publisher, policy);
  const u = new User('u').tell('E1', 'E2');
  const once = (type: Told['type'], listener: () => void): void => {
    const subscription = publisher.subscribe(type, () => {
      subscription.unsubscribe();
      listener();
    });
  };
  const fail = (type: Told['type']): void =>
    once(type, () => {
      throw new Error(`no ears for ${type}`);
    });
  return { u, users, inner, rows, publisher, published, once, fail };
}

type Kitchen = ReturnType<typeof kitchen>;

type Row = [call: string, run: (k: Kitchen) => void, published: string, pending: string, error?: string];

/** The matrix as it was run on spring-data-commons c64558c96, in its order; the calls that our interface has. */
const matrix: Row[] = [
  ['save(u)', ({ users, u }) => users.save(u), 'E1 E2', ''],
  ['saveAll([u])', ({ users, u }) => users.saveAll([u]), 'E1 E2', ''],
  ['saveAll(generator)', ({ users, u }) => users.saveAll(yielding(u)), 'E1 E2', ''],
  ['findById', ({ users }) => users.findById('u'), '', 'E1 E2'],
  ['delete(u)', ({ users, u }) => users.delete(u), 'E1 E2', ''],
  ['deleteById(id)', ({ users }) => users.deleteById('u'), '', 'E1 E2'],
  ['no repository call at all', () => {}, '', 'E1 E2'],
  [
    'save twice',
    ({ users, u }) => {
      users.save(u);
      users.save(u);
    },
    'E1 E2',
    '',
  ],
  [
    'save, then register E3, no further save',
    ({ users, u }) => {
      users.save(u);
      u.tell('E3');
    },
    'E1 E2',
    'E3',
  ],
  ['repository method throws', saveToBrokenDatabase, '', 'E1 E2', 'the database is down'],
  [
    'listener throws on E1',
    ({ users, u, fail }) => {
      fail('E1');
      users.save(u);
    },
    'E1',
    'E1 E2',
    'no ears for E1',
  ],
  [
    'listener throws on E2, caller catches and saves again',
    ({ users, u, fail }) => {
      fail('E2');
      expect(() => users.save(u)).toThrow('no ears for E2');
      users.save(u);
    },
    'E1 E2 E1 E2',
    '',
  ],
  [
    'listener registers E3 on the same instance',
    ({ users, u, once }) => {
      once('E1', () => u.tell('E3'));
      users.save(u);
    },
    'E1 E2',
    'E1 E2 E3',
    'a listener registered E3 on it. Still pending: E1, E2, E3.',
  ],
  [
    'listener calls save on the same instance while E1 is being handled',
    ({ users, u, once }) => {
      once('E1', () => users.save(u));
      users.save(u);
    },
    'E1 E1 E2 E2',
    '',
    'While the events of u were being published, a listener saved it too: E1, E2 reached',
  ],
];

describe('the matrix of publish-on-save: an aggregate holds E1 and E2', () => {
  it.each(matrix)('%s', (_, run, published, pending, error = 'no error') => {
    const k = kitchen();

    expect(
      errorOf(() => run(k)),
      'error',
    ).toContain(error);
    expect(types(k.published), 'published').toBe(published);
    expect(types(k.u.domainEvents()), 'still pending').toBe(pending);
  });

  it('child entity registered an event, root saved: the child’s stay', () => {
    const { users, published } = kitchen();
    const child = new User('child').tell('E3');
    const root = new User('root', child).tell('E1', 'E2');

    users.save(root);

    expect(types(published)).toBe('E1 E2');
    expect(types(child.domainEvents())).toBe('E3');
  });

  it('saveAll([v, u]): all of v’s, then all of u’s, each in registration order', () => {
    const { users, u, published } = kitchen();

    users.saveAll([new User('v').tell('E2', 'E1'), u]);

    expect(published.map(({ type, data }) => `${data.by}:${type}`)).toEqual(['v:E2', 'v:E1', 'u:E1', 'u:E2']);
  });
});

it('publishes after the repository has done its work: the listener finds the new state', () => {
  const { users, u, once } = kitchen();
  const found: unknown[] = [];
  once('E1', () => found.push(users.findById('u')));

  users.save(u);

  expect(found).toEqual([u]);
});

it('publishes after a delete when the aggregate is gone already', () => {
  const { users, u, once } = kitchen();
  users.save(u);
  u.tell('E3');
  const found: unknown[] = [];
  once('E3', () => found.push(users.findById('u')));

  users.delete(u);

  expect(found).toEqual([undefined]);
});

it('stores an object of another root and publishes nothing for it, without a word', () => {
  const { rows, publisher, published, inner } = kitchen();
  const stranger = { id: 's', domainEvents: () => [event('E1', { by: 's' })], clearDomainEvents: () => {} };
  const users: Pick<
    Repository<{ readonly id: string }>,
    'save' | 'saveAll' | 'delete'
  > = publishingRepository(inner, publisher) as Repository<never>;

  users.save(stranger);
  users.saveAll([stranger]);
  expect(rows.get('s')).toBe(stranger);

  users.delete(stranger);
  expect(rows.size).toBe(0);
  expect(published).toEqual([]);
});

it('deletes by id, too', () => {
  const { users, u } = kitchen();
  users.save(u);

  users.deleteById('u');

  expect(users.findById('u')).toBeUndefined();
});

it('stores all aggregates of a saveAll before the first event', () => {
  const { users, u, once } = kitchen();
  const v = new User('v');
  const found: unknown[] = [];
  once('E1', () => found.push(users.findById('v')));

  users.saveAll([u, v]);

  expect(found).toEqual([v]);
});

it('reads the events from the argument, though the repository stores a copy', () => {
  const { users, inner, rows, u, published } = kitchen();
  inner.save = ({ id }) => void rows.set(id, new User(id));

  users.save(u);

  expect(users.findById('u')).not.toBe(u);
  expect(types(published)).toBe('E1 E2');
});

it('publishes the events of another aggregate that a listener saves, within the first event', () => {
  const { users, u, once, published } = kitchen();
  once('E1', () => users.save(new User('v').tell('E3')));

  users.save(u);

  expect(types(published)).toBe('E1 E3 E2');
});

it('keeps the events of the aggregates behind the one whose listener threw', () => {
  const { users, u, fail, published } = kitchen();
  const v = new User('v').tell('E3');
  const w = new User('w').tell('E3');
  fail('E1');

  expect(() => users.saveAll([v, u, w])).toThrow('no ears for E1');

  expect(types(published)).toBe('E3 E1');
  expect([v, u, w].map((user) => types(user.domainEvents()))).toEqual(['', 'E1 E2', 'E3']);
});

it('names the event that came meanwhile even where the number of events is the same', () => {
  const { users, u, once } = kitchen();
  once('E2', () => {
    users.save(u);
    u.tell('E3', 'E3');
  });

  expect(() => users.save(u)).toThrow('a listener registered E3, E3 on it. Still pending: E3, E3.');
  expect(types(u.domainEvents())).toBe('E3 E3');
});

describe('a listener registers E3 on the aggregate whose E1 it hears', () => {
  it.each<[WhenListenerAddsEvents, string, string]>([
    ['drain', 'E1 E2 E3', ''],
    ['clear-first', 'E1 E2', 'E3'],
  ])('%s', (policy, published, pending) => {
    const k = kitchen(policy);
    k.once('E1', () => k.u.tell('E3'));

    k.users.save(k.u);

    expect(types(k.published)).toBe(published);
    expect(types(k.u.domainEvents())).toBe(pending);
  });
});

describe('a listener throws on E1', () => {
  it.each<[WhenListenerAddsEvents]>([['drain'], ['clear-first']])('%s: E2 is lost', (policy) => {
    const k = kitchen(policy);
    k.fail('E1');

    expect(() => k.users.save(k.u)).toThrow('no ears for E1');
    k.users.save(k.u);

    expect(types(k.published)).toBe('E1');
    expect(k.u.domainEvents()).toEqual([]);
  });
});

describe('a listener saves the same instance while E1 is being handled', () => {
  it.each<[WhenListenerAddsEvents]>([['drain'], ['clear-first']])('%s: each event once', (policy) => {
    const k = kitchen(policy);
    k.once('E1', () => k.users.save(k.u));

    k.users.save(k.u);

    expect(types(k.published)).toBe('E1 E2');
  });
});

it('drain ends with an error when each event brings the next one', () => {
  const { users, u, publisher } = kitchen('drain');
  publisher.subscribe('E1', () => u.tell('E1'));

  expect(() => users.save(u)).toThrow('More than 1000 events came of one save: E1 → E2 → E1');
});

it('wants a publisher for all events of the aggregate; one for more events will do', () => {
  const { inner } = kitchen();
  type Other = DomainEvent<'Other'>;

  publishingRepository(inner, eventPublisher<Told | Other>());
  publishingRepository(inner, eventPublisher());
  // @ts-expect-error nobody could listen to what a user tells
  publishingRepository(inner, eventPublisher<Other>());
  expect(inner.findById('u')).toBeUndefined();
});

it('drain publishes however many events there were to begin with', () => {
  const { users, published } = kitchen('drain');

  users.saveAll(Array.from({ length: 1_500 }, (_, index) => new User(`u-${index}`).tell('E1')));

  expect(published).toHaveLength(1_500);
});

function* yielding(...users: User[]): Generator<User> {
  yield* users;
}

function saveToBrokenDatabase({ users, inner, u }: Kitchen): void {
  inner.save = () => {
    throw new Error('the database is down');
  };
  users.save(u);
}

function errorOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

const types = (events: readonly DomainEvent[]): string => events.map(({ type }) => type).join(' ');
