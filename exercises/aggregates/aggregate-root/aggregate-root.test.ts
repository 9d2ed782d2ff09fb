import { expect, it } from 'vitest';
import { AggregateRoot as Library, eventFactory, type AggregateRoot, type DomainEvent } from 'past-tense';
import { drawBoard } from 'past-tense/drawing';
import { during, fixedClock, note, sequentialIds } from 'past-tense/testing';
import { AggregateRoot as Written } from './aggregate-root.ts';
import { bus } from './bus.ts';
import { save } from './save.ts';
import type { PasswordChanged } from './events.ts';

// With the types of the contract, which the class does not have before its methods are written.
const Root = Written as unknown as typeof AggregateRoot;

class User extends Root<PasswordChanged> {
  readonly id: string;
  readonly nickname: string;

  constructor(id: string, nickname: string) {
    super();
    this.id = id;
    this.nickname = nickname;
  }

  tell(event: PasswordChanged): PasswordChanged {
    return telling(this, event, () => this.registerEvent(event));
  }
}

class Shop extends Root {
  readonly id = 'gangnam';

  tell(event: DomainEvent): void {
    telling(this, event, () => this.registerEvent(event));
  }
}

/** What an aggregate registers, for the timeline; an event that it refuses is none. */
function telling<T>(aggregate: AggregateRoot, event: DomainEvent | null | undefined, register: () => T): T {
  const command = { kind: 'call', place: 'aggregate', name: aggregate, label: 'registerEvent' } as const;
  return during(command, () => {
    const registered = register();
    note({
      kind: 'registered',
      place: 'aggregate',
      name: aggregate,
      label: `${String(event?.type)} ${String(event?.eventId)}`,
      payload: event,
    });
    return registered;
  });
}

const board = drawBoard({
  caption: { en: 'Whose tray holds what', ko: '누구의 이벤트 목록에 무엇이 있는지' },
  corner: { en: 'Aggregate', ko: '애그리거트' },
  columns: {
    registered: { en: 'each registered one', ko: '하나씩 등록한 뒤' },
    emptied: { en: 'Mina’s cleared, Jun’s pulled', ko: '미나는 비우고 준은 꺼낸 뒤' },
  },
  rows: { mina: 'mina', jun: 'jun', shop: 'shop' },
});

it('has the four methods of the contract', () => {
  const methods = ['registerEvent', 'domainEvents', 'clearDomainEvents', 'pullDomainEvents'];
  const mina = new User('mina', 'Mina') as unknown as Record<string, unknown>;

  expect(
    methods.filter((name) => typeof mina[name] !== 'function'),
    'These methods are missing. Repositories and aggregates call them by these names',
  ).toEqual([]);
});

it('is written from scratch', () => {
  expect(
    new User('mina', 'Mina') instanceof Library,
    'Your class is the AggregateRoot of the course library, or extends it. Here you write that class yourself; of past-tense it needs no more than a type',
  ).toBe(false);
});

it('keeps events in the order in which they were registered', () => {
  const { mina, first, second, third } = scene();

  for (const event of [first, second, third]) mina.tell(event);

  expect(told(mina), 'Three events were registered: they wait in that order, the earliest first').toEqual(
    ids(first, second, third),
  );
});

it('gives back the event that was registered', () => {
  const { mina, first } = scene();

  expect(
    mina.tell(first),
    'registerEvent returns the very event that it was given, so that a method can register and return it in one line',
  ).toBe(first);
});

it('refuses null and undefined, and keeps what was registered before', () => {
  for (const nothing of [null, undefined]) {
    const { mina, first, second } = scene();
    mina.tell(first);

    const refused = throws(() => mina.tell(nothing as unknown as PasswordChanged));
    expect(
      told(mina),
      'registerEvent was handed null or undefined. That is no event, so it must not stand among those that wait',
    ).toEqual(ids(first));
    expect(
      refused,
      'registerEvent was handed null or undefined: it has to throw an Error here, where the culprit is still on the call stack',
    ).toBe(true);

    mina.tell(second);
    expect(told(mina), 'A hole was refused, then an event was registered: that one waits').toContain(
      second.eventId,
    );
  }
});

it('shows the same events to everybody who reads', () => {
  const { mina, first } = scene();
  mina.tell(first);

  expect(told(mina), 'One event was registered: the first reader sees it').toEqual(ids(first));
  expect(told(mina), 'Reading takes nothing away: the second reader sees what the first one saw').toEqual(
    ids(first),
  );
});

it('hands out a copy: what a reader does to the array, the aggregate does not notice', () => {
  const { mina, first, second } = scene();
  mina.tell(first);

  const read = mina.domainEvents();
  expect(told(mina).length, 'Reading takes nothing away: the event was read, and still waits').toBe(1);
  vandalise(read, second);

  expect(
    told(mina),
    'A reader overwrote, emptied and refilled the array from domainEvents(). The aggregate still has to tell its own event',
  ).toEqual(ids(first));
});

it('does not change an array that it handed out earlier', () => {
  const { mina, first, second } = scene();
  mina.tell(first);

  const read = mina.domainEvents();
  mina.tell(second);
  expect(
    idsOf(read),
    'An array that was read before an event was registered does not grow: somebody may be publishing from it',
  ).toEqual(ids(first));

  clear(mina);
  expect(idsOf(read), 'An array that was read before clearing keeps what it had').toEqual(ids(first));
});

it('forgets everything when it is cleared, and goes on from there', () => {
  const { mina, first, second, third } = scene();
  mina.tell(first);
  mina.tell(second);

  clear(mina);
  expect(told(mina), 'After clearDomainEvents() nothing waits any more').toEqual([]);

  mina.tell(third);
  expect(told(mina), 'What is registered after clearing waits as usual, alone').toEqual(ids(third));
});

it('gives what waits to the one who pulls, once', () => {
  const { mina, first, second } = scene();
  mina.tell(first);
  mina.tell(second);

  expect(idsOf(pull(mina)), 'pullDomainEvents() returns all events that wait, in their order').toEqual(
    ids(first, second),
  );
  expect(told(mina), 'Whoever pulled is responsible for the events: the aggregate has none left').toEqual([]);
  expect(idsOf(pull(mina)), 'The second pull finds nothing').toEqual([]);
});

it('leaves pulled events alone, whatever happens to the aggregate afterwards', () => {
  const { mina, first, second, third } = scene();
  mina.tell(first);

  const pulled = pull(mina);
  mina.tell(second);
  expect(idsOf(pulled), 'What is registered later does not appear among the events pulled before').toEqual(
    ids(first),
  );
  vandalise(pulled, third);
  expect(
    told(mina),
    'The one who pulled does what they like with their array. The event registered since then still waits',
  ).toEqual(ids(second));
});

it('keeps the events of two aggregates apart', () => {
  const { mina, jun, first, second, third } = scene();
  const shop = new Shop();
  mina.tell(first);
  jun.tell(second);
  shop.tell(third);

  const registered = { mina: told(mina), jun: told(jun), shop: told(shop) };
  show('registered', registered, { mina: ids(first), jun: ids(second), shop: ids(third) });
  expect(
    registered,
    'Mina, Jun and a shop each registered one event. Each of them tells its own news and nobody else’s',
  ).toEqual({ mina: ids(first), jun: ids(second), shop: ids(third) });

  clear(mina);
  pull(jun);
  const emptied = { mina: told(mina), jun: told(jun), shop: told(shop) };
  show('emptied', emptied, { mina: [], jun: [], shop: ids(third) });
  expect(emptied, 'Mina’s tray was cleared and Jun’s was pulled. The shop’s event still waits').toEqual({
    mina: [],
    jun: [],
    shop: ids(third),
  });
});

it('keeps the events of two objects apart even if both are the same member', () => {
  const { mina, first } = scene();
  const loadedAgain = new User('mina', 'Mina');

  mina.tell(first);

  expect(
    told(loadedAgain),
    'Mina was loaded twice, by two requests. Only one of the two objects changed, so only that one has news',
  ).toEqual([]);
});

it('publishes nothing when an event is registered; saving publishes it, once', () => {
  const { mina, first, second } = scene();
  const table = new UserTable();

  const heard = listen(() => {
    mina.tell(first);
    mina.tell(second);
    mina.domainEvents();
  });
  expect(
    heard,
    'The member changed and is not saved yet. Until then nobody may hear of it: the change may still be thrown away',
  ).toEqual([]);

  expect(
    listen(() => saved(mina, table)),
    'Saving publishes each event that waits, once and in order',
  ).toEqual(ids(first, second));
  expect(
    listen(() => saved(mina, table)),
    'The news was told. Saving once more tells nothing',
  ).toEqual([]);
});

it('publishes nothing when events are cleared or pulled', () => {
  const { mina, jun, first, second } = scene();
  mina.tell(first);
  jun.tell(second);

  const heard = listen(() => {
    clear(mina);
    pull(jun);
  });

  expect(heard, 'Clearing throws away and pulling hands over. Neither is publishing').toEqual([]);
});

it('leaves no trace in the row that is stored', () => {
  const { mina, first } = scene();
  const table = new UserTable();

  mina.tell(first);
  const json = JSON.parse(JSON.stringify(mina)) as object;
  saved(mina, table);
  saved(mina, table);

  const row = table.get('mina') ?? {};
  expect(
    Object.keys(row).toSorted(),
    'save() stores every field of the member. The columns are those of User: id and nickname, and no column for your list',
  ).toEqual(['id', 'nickname']);
  expect(json, 'JSON.stringify sees the fields of User only, also while an event waits').toEqual({
    id: 'mina',
    nickname: 'Mina',
  });
});

/** Two members, and three events that happened one after the other. The trays are empty, even where all share one. */
function scene() {
  const event = eventFactory(fixedClock(Date.UTC(2026, 2, 3)), sequentialIds());
  const changed = () => event('PasswordChanged', { userId: 'mina' });
  const [mina, jun] = [new User('mina', 'Mina'), new User('jun', 'Jun')];
  for (const user of [mina, jun] as Partial<User>[]) user.clearDomainEvents?.();
  return { mina, jun, first: changed(), second: changed(), third: changed() };
}

type Trays = Readonly<Record<'mina' | 'jun' | 'shop', readonly string[]>>;

function show(column: 'registered' | 'emptied', trays: Trays, right: Trays): void {
  for (const whose of ['mina', 'jun', 'shop'] as const) {
    const isRight = trays[whose].join() === right[whose].join();
    board.mark(whose, column, {
      text: trays[whose].join('\n') || { en: 'nothing', ko: '없음' },
      mark: isRight ? 'right' : 'wrong',
    });
  }
}

const ids = (...events: readonly DomainEvent[]): string[] => idsOf(events);

function idsOf(events: readonly DomainEvent[]): string[] {
  expect(Array.isArray(events), 'domainEvents() and pullDomainEvents() return an array').toBe(true);
  return events.map((event: DomainEvent | undefined) => event?.eventId ?? 'no event');
}

function told(aggregate: AggregateRoot): string[] {
  const events = idsOf(aggregate.domainEvents());
  const label = {
    en: `shows ${events.join(', ') || 'nothing'}`,
    ko: `읽은 결과: ${events.join(', ') || '없음'}`,
  };
  note({ kind: 'read', place: 'aggregate', name: aggregate, label });
  return events;
}

function clear(aggregate: AggregateRoot): void {
  aggregate.clearDomainEvents();
  note({ kind: 'cleared', place: 'aggregate', name: aggregate, label: 'clearDomainEvents' });
}

function pull<E extends DomainEvent>(aggregate: AggregateRoot<E>): readonly E[] {
  const pulled = aggregate.pullDomainEvents();
  note({ kind: 'cleared', place: 'aggregate', name: aggregate, label: 'pullDomainEvents' });
  return pulled;
}

class UserTable extends Map<string, object> {
  override set(id: string, row: object): this {
    note({ kind: 'row', place: 'table', name: 'users', label: `users[${id}]`, payload: row });
    return super.set(id, row);
  }
}

function saved(user: User, table: Map<string, object>): void {
  during({ kind: 'saved', place: 'repository', label: user }, () => {
    save(user, table);
    note({ kind: 'cleared', place: 'aggregate', name: user, label: 'clearDomainEvents' });
  });
}

function throws(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof Error;
  }
}

/** Does to an array what a careless reader does. A frozen one resists, which is fine. */
function vandalise(events: readonly DomainEvent[], stranger: DomainEvent): void {
  const array = events as DomainEvent[];
  for (const act of [() => (array[0] = stranger), () => array.splice(0), () => array.push(stranger)]) {
    try {
      act();
    } catch {
      // A frozen array.
    }
  }
}

/** The ids of what is published meanwhile. */
function listen(act: () => void): string[] {
  const heard: DomainEvent[] = [];
  const stop = bus.subscribe((event) => {
    const label = String((event as DomainEvent | undefined)?.type);
    note({ kind: 'published', place: 'publisher', label, payload: event });
    heard.push(event);
  });
  try {
    act();
  } finally {
    stop();
  }
  return idsOf(heard);
}
