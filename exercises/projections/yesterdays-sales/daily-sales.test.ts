import { expect, it } from 'vitest';
import { eventFactory, inMemoryEventStore, project, projector, type RecordedEvent } from 'past-tense';
import { showCase } from 'past-tense/drawing';
import { fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import { dailySales, salesOf, type Day, type Range, type Sales } from './daily-sales.ts';
import type { SalesEvent } from './events.ts';

/** When a bill was settled, at which store, for how much, and when the store of events recorded it. */
type Bill = Readonly<{ at: string; won: number; storeId?: string; recorded?: string }>;

const ids = sequentialIds();
const noon: Bill = { at: '2026-08-22T12:00+09:00', won: 11_000 };
const day = (date: string, bills = 0, won = 0, vatWon = 0): Day => ({ day: date, bills, won, vatWon });
const gangnam = (from: string, to = from): Range => ({ storeId: 'gangnam', from, to });

it('adds up the bills of a day', () => {
  const bills = [noon, { ...noon, won: 22_000 }, { ...noon, won: 5_500 }];

  expect(
    report(bills, gangnam('2026-08-22'), [day('2026-08-22', 3, 38_500, 3_500)]),
    'Three bills around noon: 11,000 and 22,000 and 5,500 won, with 1,000 and 2,000 and 500 won of tax in them',
  ).toEqual([day('2026-08-22', 3, 38_500, 3_500)]);
});

it('adds whole won: of each receipt the tax that it says', () => {
  const bills = [8_000, 3_000, 8_000].map((won) => ({ ...noon, won }));
  const [said] = report(bills, gangnam('2026-08-22'), [day('2026-08-22', 3, 19_000, 1_726)]);

  expect(
    said?.vatWon,
    'The receipts say 727, 272 and 727 won of tax, which is 1,726. There is no part of a won on them, and the sum is that of the receipts',
  ).toBe(1_726);
});

it('puts a bill on the day of Seoul on which it was settled', () => {
  const bills = [
    { at: '2026-08-22T14:59:59.999Z', won: 1_100 },
    { at: '2026-08-22T15:00:00Z', won: 2_200 },
    { at: '2026-08-22T23:30:00Z', won: 4_400 },
  ];
  const expected = [day('2026-08-22', 1, 1_100, 100), day('2026-08-23', 2, 6_600, 600)];

  expect(
    report(bills, gangnam('2026-08-22', '2026-08-23'), expected),
    'A second before midnight, midnight, and half past eight the next morning, in Seoul',
  ).toEqual(expected);
});

it('goes by when a bill was settled, and not by when it was stored', () => {
  const bills = [
    { at: '2026-08-21T21:00+09:00', won: 3_300, recorded: '2026-08-22T09:00+09:00' },
    { at: '2026-08-22T13:00+09:00', won: 5_500, recorded: '2026-08-24T10:00+09:00' },
  ];
  const expected = [
    day('2026-08-21', 1, 3_300, 300),
    day('2026-08-22', 1, 5_500, 500),
    day('2026-08-23'),
    day('2026-08-24'),
  ];

  expect(
    report(bills, gangnam('2026-08-21', '2026-08-24'), expected),
    'The till had no network in the evening, and its bills came in a day or two later. The guests ate on the 21st and the 22nd',
  ).toEqual(expected);
});

it('has a row for every day, whether anything was sold or not', () => {
  const week = report([noon], gangnam('2026-08-21', '2026-08-24'), [
    day('2026-08-21'),
    day('2026-08-22', 1, 11_000, 1_000),
    day('2026-08-23'),
    day('2026-08-24'),
  ]);
  expect(
    week.slice(0, 3),
    'Something was sold on the 22nd, and nothing on the days around it: the report says so, with zeros',
  ).toEqual([day('2026-08-21'), day('2026-08-22', 1, 11_000, 1_000), day('2026-08-23')]);
});

it('ends with the last day of the range', () => {
  const bills = [noon, { ...noon, at: '2026-08-23T12:00+09:00' }];
  const expected = [day('2026-08-22', 1, 11_000, 1_000), day('2026-08-23', 1, 11_000, 1_000)];
  const days = report(bills, gangnam('2026-08-22', '2026-08-23'), expected);
  expect(days[0], 'The range begins on the 22nd, and so does the report').toEqual(expected[0]);
  expect(
    days.map(dayOf),
    'The range goes to the 23rd, and the 23rd belongs to it. The report ends there',
  ).toEqual(['2026-08-22', '2026-08-23']);
});

it('knows the calendar: New Year and the leap day', () => {
  const newYear = ['2027-12-30', '2027-12-31', '2028-01-01'];
  const leap = ['2028-02-28', '2028-02-29', '2028-03-01'];
  const bill = { at: '2028-02-29T20:00+09:00', won: 1_100 };

  expect(
    report(
      [bill],
      gangnam('2027-12-30', '2028-01-01'),
      newYear.map((date) => day(date)),
    ).map(dayOf),
    'After 31 December comes 1 January of the next year',
  ).toEqual(newYear);
  const expected = [day('2028-02-28'), day('2028-02-29', 1, 1_100, 100), day('2028-03-01')];
  expect(
    report([bill], gangnam('2028-02-28', '2028-03-01'), expected).map(dayOf),
    '2028 has a 29 February, and somebody ate on it',
  ).toEqual(leap);
  expect(
    report([{ ...noon, at: '2025-08-22T12:00+09:00' }], gangnam('2026-08-22'), [day('2026-08-22')]),
    'What was sold on 22 August a year before is not in the report of this year',
  ).toEqual([day('2026-08-22')]);
  expect(
    report([], gangnam('2026-01-01', '2026-12-31'), []).length,
    'The year 2026 has 365 days, one row for each',
  ).toBe(365);
});

it('keeps the stores apart', () => {
  const bills = [noon, { ...noon, won: 3_300, storeId: 'busan' }];

  expect(
    report(bills, gangnam('2026-08-22'), [day('2026-08-22', 1, 11_000, 1_000)]),
    'Gangnam sold for 11,000 won. What Busan sold is on the report of Busan',
  ).toEqual([day('2026-08-22', 1, 11_000, 1_000)]);
  expect(
    report(bills, { ...gangnam('2026-08-22'), storeId: 'busan' }, [day('2026-08-22', 1, 3_300, 300)]),
    'Busan sold for 3,300 won',
  ).toEqual([day('2026-08-22', 1, 3_300, 300)]);
  const second = { ...noon, won: 5_500, storeId: 'gangnam-2' };
  expect(
    report([...bills, second], gangnam('2026-08-22'), [day('2026-08-22', 1, 11_000, 1_000)]),
    'A second store in Gangnam has the id gangnam-2. It is a store of its own',
  ).toEqual([day('2026-08-22', 1, 11_000, 1_000)]);
  expect(
    report(bills, { ...gangnam('2026-08-22'), storeId: 'jeju' }, [day('2026-08-22')]),
    'The store on Jeju opens next month: a row with zeros',
  ).toEqual([day('2026-08-22')]);
});

it('comes to the same in whatever order the bills come in', () => {
  const bills = [
    { at: '2026-08-21T19:00+09:00', won: 1_100 },
    { at: '2026-08-21T23:59+09:00', won: 2_200 },
    { at: '2026-08-22T00:01+09:00', won: 4_400 },
    { at: '2026-08-22T12:00+09:00', won: 8_800 },
  ];
  const expected = [day('2026-08-21', 2, 3_300, 300), day('2026-08-22', 2, 13_200, 1_200)];
  for (const order of permutations(bills)) {
    const amounts = order.map(({ won }) => won).join(', ');
    scene(amounts, amounts, () =>
      expect(
        report(order, gangnam('2026-08-21', '2026-08-22'), expected),
        `Recorded as ${amounts}: a bill counts on its day, also if one of the next day was recorded before`,
      ).toEqual(expected),
    );
  }
});

it('counts settled bills and nothing else', () => {
  const printed = eventFactory(fixedClock(Date.parse(noon.at)), ids)('BillPrinted', { storeId: 'gangnam' });
  const unknown = { ...printed, type: 'BillPraised', data: { storeId: 'gangnam', won: 7 } };
  const tape = [printed, settled(noon), unknown as unknown as SalesEvent].map((event, index) =>
    recordedAs(event, index, noon.at),
  );

  expect(
    salesOf(after(tape), gangnam('2026-08-22')),
    'A bill was printed, settled, and praised. It was paid once',
  ).toEqual([day('2026-08-22', 1, 11_000, 1_000)]);
});

it('leaves every earlier view as it was', () => {
  const range = gangnam('2026-08-22');
  const views = [dailySales.initial()];
  const outcome = attempt(() => {
    for (const each of recorded([noon, noon, noon])) {
      views.push(projectAloud(deepFreeze(views.at(-1)!), each));
    }
  });

  expect(
    outcome,
    'The projection is given a view that is frozen. It makes a new one instead of changing that',
  ).not.toMatch(/^threw/);
  expect(
    views.map((view) => salesOf(view, range)[0]?.won),
    'Nothing, one bill, two, three: each view keeps what it said',
  ).toEqual([0, 11_000, 22_000, 33_000]);
  expect(salesOf(dailySales.initial(), range)[0]?.won, 'Whoever begins anew begins with nothing').toBe(0);
});

it('can be kept as plain data, and comes out the same when it is built again', () => {
  const store = inMemoryEventStore<SalesEvent>(fixedClock(Date.parse(noon.at)));
  store.appendToStream('bill-1', [settled(noon), settled(noon)], { expectedRevision: 'any' });
  const sales = projector(store, dailySales);
  expect(
    attempt(() => sales.catchUp()),
    'A projector keeps the view in a table, so it has to be plain data: strings, numbers, booleans, null, lists and objects of them',
  ).not.toMatch(/^threw/);

  const expected = [day('2026-08-22', 2, 22_000, 2_000)];
  expect(salesOf(sales.view(), gangnam('2026-08-22')), 'The view as it was read from the table').toEqual(
    expected,
  );
  sales.rebuild();
  expect(
    salesOf(sales.view(), gangnam('2026-08-22')),
    'Thrown away and built again from the same events',
  ).toEqual(expected);
});

/** The report on these bills, and the case as cards for a learner whose report says something else. */
function report(bills: readonly Bill[], range: Range, expected: readonly Day[]): readonly Day[] {
  const ask = () => salesOf(after(recorded(bills)), range);
  showCase({
    given: bills.map((bill) => ({ type: 'BillSettled', data: bill })),
    when: `salesOf(sales, { storeId: '${range.storeId}', from: '${range.from}', to: '${range.to}' })`,
    then: cards(expected),
    yours: () => cards(ask()),
  });
  return ask();
}

const cards = (days: readonly Day[]) => days.map(({ day: type, ...data }) => ({ type, data }));
const dayOf = (each: Day): string => each.day;

const after = (tape: readonly RecordedEvent<SalesEvent>[]): Sales =>
  tape.reduce(projectAloud, dailySales.initial());

/** Tells the timeline of the event and of the view that the learner's projection makes of it. */
function projectAloud(before: Sales, each: RecordedEvent<SalesEvent>): Sales {
  const { event: payload, streamName: name, revision } = each;
  const label = payload.type;
  note({ kind: 'appended', place: 'stream', name, label, payload, revision, as: each });
  const sales = project(dailySales, before, each);
  note({ kind: 'projected', place: 'view', name: 'sales', label, payload: sales, cause: each });
  return sales;
}

const recorded = (bills: readonly Bill[]): RecordedEvent<SalesEvent>[] =>
  bills.map((bill, index) => recordedAs(settled(bill), index, bill.recorded ?? bill.at));

const settled = ({ at, won, storeId = 'gangnam' }: Bill): SalesEvent =>
  eventFactory(fixedClock(Date.parse(at)), ids)('BillSettled', { storeId, won });

function recordedAs(event: SalesEvent, index: number, at: string): RecordedEvent<SalesEvent> {
  return {
    event,
    streamName: `bill-${index}`,
    revision: 0,
    position: index + 1,
    recordedAt: Date.parse(at),
    metadata: { schemaVersion: 1 },
  };
}

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, index) =>
    permutations(values.toSpliced(index, 1)).map((rest) => [value, ...rest]),
  );
}

function attempt(work: () => unknown): string {
  try {
    work();
    return 'returned';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
