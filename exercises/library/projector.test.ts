import { describe, expect, it } from 'vitest';
import {
  inMemoryDatabase,
  inMemoryEventStore,
  project,
  projector,
  tableReadModelStore,
  toBusinessDate,
  transactionManager,
  type DomainEvent,
  type EventStore,
  type Projection,
  type ReadModelRow,
} from './index.ts';
import { fixedClock } from './testing.ts';

type BillSettled = DomainEvent<'BillSettled', { storeId: string; won: number }>;
type BillPrinted = DomainEvent<'BillPrinted', { storeId: string }>;
type Sales = Readonly<Record<string, number>>;

const sales: Projection<Sales, BillSettled | BillPrinted> = {
  name: 'sales',
  version: 1,
  initial: () => ({}),
  when: {
    BillSettled(view, { event }) {
      const day = toBusinessDate(event.occurredAt, 'Asia/Seoul');
      return { ...view, [day]: (view[day] ?? 0) + event.data.won };
    },
  },
};

const AUGUST_22 = Date.parse('2026-08-22T03:00:00Z');
const AUGUST_23 = Date.parse('2026-08-22T15:00:00Z');

let settledBills = 0;
const settled = (won: number, occurredAt = AUGUST_22): BillSettled => ({
  type: 'BillSettled',
  data: { storeId: 'gangnam', won },
  eventId: `settled-${(settledBills += 1)}`,
  occurredAt,
});
const printed: BillPrinted = {
  type: 'BillPrinted',
  data: { storeId: 'gangnam' },
  eventId: 'printed',
  occurredAt: AUGUST_22,
};

function kitchen() {
  const store = inMemoryEventStore<BillSettled | BillPrinted>(fixedClock(AUGUST_23));
  const database = inMemoryDatabase();
  const readModels = tableReadModelStore(database.table<ReadModelRow<Sales>>('read models'));
  return {
    store,
    database,
    readModels,
    append: (...events: (BillSettled | BillPrinted)[]) =>
      store.appendToStream('bill-1', events, { expectedRevision: 'any' }),
    rows: () => database.committed<ReadModelRow<Sales>>('read models'),
  };
}

it('projects by the time at which it happened, and passes over what it does not know', () => {
  const { store, append } = kitchen();
  append(settled(8_000), printed, settled(2_000, AUGUST_23), settled(500));
  const view = projector(store, sales);

  expect([view.view(), view.checkpoint]).toEqual([{}, 0]);
  expect(view.catchUp()).toBe(4);
  expect([view.view(), view.checkpoint]).toEqual([{ '2026-08-22': 8_500, '2026-08-23': 2_000 }, 4]);
});

it('takes no event for a function that every object has', () => {
  const { store, append } = kitchen();
  append(settled(8_000));
  const [recorded] = store.readAll();
  const event = { ...printed, type: 'toString' } as unknown as BillPrinted;

  expect(project(sales, { day: 1 }, { ...recorded!, event })).toEqual({ day: 1 });
});

describe('catching up', () => {
  it('takes in only what is new', () => {
    const { store, append } = kitchen();
    const view = projector(store, sales);
    append(settled(8_000));
    view.catchUp();
    append(settled(500));

    expect(view.catchUp()).toBe(1);
    expect(view.catchUp()).toBe(0);
    expect(view.view()).toEqual({ '2026-08-22': 8_500 });
  });

  it('counts an event once that is delivered again', () => {
    const { store, append, readModels } = kitchen();
    append(settled(8_000), settled(500));
    const twice: Pick<EventStore<BillSettled | BillPrinted>, 'readAll'> = {
      readAll: () => [...store.readAll(), ...store.readAll()],
    };
    const view = projector(twice, sales, readModels);

    expect(view.catchUp()).toBe(2);
    expect(view.catchUp()).toBe(0);
    expect(view.view()).toEqual({ '2026-08-22': 8_500 });
  });

  it('follows a subscription that says everything twice', () => {
    const { store, append } = kitchen();
    const view = projector(store, sales);
    store.subscribeToAll(() => view.catchUp());
    store.subscribeToAll(() => view.catchUp());

    append(settled(8_000), settled(500));

    expect(view.view()).toEqual({ '2026-08-22': 8_500 });
  });

  it('goes on after a restart', () => {
    const { store, append, readModels } = kitchen();
    append(settled(8_000));
    projector(store, sales, readModels).catchUp();
    append(settled(500));

    const restarted = projector(store, sales, readModels);
    expect(restarted.catchUp()).toBe(1);
    expect(restarted.view()).toEqual({ '2026-08-22': 8_500 });
  });

  it.each([1, 2, 3])('is right after a crash at write %i', (crashAt) => {
    const { store, append, readModels } = kitchen();
    append(settled(1), settled(20), settled(300));
    let writes = 0;
    const crashing = {
      ...readModels,
      save(name: string, view: Sales, checkpoint: number) {
        writes += 1;
        if (writes === crashAt) throw new Error('crash');
        readModels.save(name, view, checkpoint);
      },
    };

    expect(() => projector(store, sales, crashing).catchUp()).toThrow('crash');
    const restarted = projector(store, sales, readModels);
    expect(restarted.checkpoint).toBe(crashAt - 1);
    restarted.catchUp();
    expect(restarted.view()).toEqual({ '2026-08-22': 321 });
  });

  it('goes back with the transaction in which it took place', () => {
    const { store, append, database, readModels } = kitchen();
    append(settled(8_000));
    const view = projector(store, sales, readModels);
    const failing = (): unknown =>
      transactionManager(database).execute(() => {
        view.catchUp();
        throw new Error('rolled back');
      });

    expect(failing).toThrow('rolled back');
    expect([view.view(), view.checkpoint]).toEqual([{}, 0]);
    expect(view.catchUp()).toBe(1);
  });

  it('stops at an event that its projection cannot take, and tries it again', () => {
    const { store, append, readModels } = kitchen();
    append(settled(1), settled(-20), settled(300));
    const strict: typeof sales = {
      ...sales,
      when: {
        BillSettled(view, recorded) {
          if (recorded.event.data.won < 0) throw new Error('Less than nothing.');
          return sales.when.BillSettled!(view, recorded);
        },
      },
    };
    const view = projector(store, strict, readModels);

    expect(() => view.catchUp()).toThrow('Less than nothing.');
    expect([view.view(), view.checkpoint]).toEqual([{ '2026-08-22': 1 }, 1]);

    projector(store, sales, readModels).catchUp();
    expect(view.view()).toEqual({ '2026-08-22': 281 });
  });
});

describe('a rebuild', () => {
  it('makes from the first event what the view has to be', () => {
    const { store, append, readModels } = kitchen();
    append(settled(8_000), settled(500));
    readModels.save('sales-v1', { '2026-08-22': 99 }, 2);
    const view = projector(store, sales, readModels);

    view.rebuild();

    expect([view.view(), view.checkpoint]).toEqual([{ '2026-08-22': 8_500 }, 2]);
  });

  it('serves the old view until it is done, and when it fails', () => {
    const { store, append, readModels } = kitchen();
    append(settled(8_000), settled(500));
    const old = projector(store, sales, readModels);
    old.catchUp();
    const seen: Sales[] = [];
    const failing: typeof sales = {
      ...sales,
      when: {
        BillSettled(view, recorded) {
          seen.push(old.view());
          if (recorded.position === 2) throw new Error('A bug in the new version.');
          return sales.when.BillSettled!(view, recorded);
        },
      },
    };

    expect(() => projector(store, failing, readModels).rebuild()).toThrow('A bug in the new version.');
    expect(seen).toEqual([{ '2026-08-22': 8_500 }, { '2026-08-22': 8_500 }]);
    expect([old.view(), old.checkpoint]).toEqual([{ '2026-08-22': 8_500 }, 2]);
  });

  it('is what a new version begins with, beside the old one', () => {
    const { store, append, readModels, rows } = kitchen();
    append(settled(8_000));
    projector(store, sales, readModels).catchUp();

    const next = projector(store, { ...sales, version: 2 }, readModels);
    expect(next.checkpoint).toBe(0);
    next.catchUp();

    expect(rows().map(({ id }) => id)).toEqual(['sales-v1', 'sales-v2']);
  });
});

it('hands out a view that nobody can change in its place', () => {
  const { store, append } = kitchen();
  append(settled(8_000));
  const view = projector(store, sales);
  view.catchUp();

  (view.view() as Record<string, number>)['2026-08-22'] = 0;

  expect(view.view()).toEqual({ '2026-08-22': 8_000 });
});
