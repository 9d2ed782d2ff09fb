import { expect, it } from 'vitest';
import { inMemoryEventStore, project, projector, type RecordedEvent } from 'past-tense';
import { drawBoard, showCase } from 'past-tense/drawing';
import { fixedClock, note, scene, sequentialIds } from 'past-tense/testing';
import { vatOf, type AccountingEvent } from './events.ts';
import { monthlyReport, reportOf, type Adjustment, type Ledger, type MonthReport } from './monthly-report.ts';

/** An event, and when the store recorded it. Times are those of Seoul: `08-31 21:00` of 2026. */
type Entry = Readonly<{ event: AccountingEvent; recorded: string }>;

const ids = sequentialIds();
const momentOf = (time: string): number => {
  const [date, clock] = time.split(' ');
  return Date.parse(`${date!.length === 5 ? `2026-${date}` : date}T${clock}+09:00`);
};

const settled = (billId: string, at: string, won: number, recorded = at): Entry => ({
  event: { type: 'BillSettled', data: { billId, won }, eventId: ids.next(), occurredAt: momentOf(at) },
  recorded,
});
const corrected = (billId: string, at: string, difference: number, reason: string, recorded = at): Entry => ({
  event: {
    type: 'BillCorrected',
    data: { billId, difference, reason },
    eventId: ids.next(),
    occurredAt: momentOf(at),
  },
  recorded,
});
const closed = (month: string, at: string): Entry => ({
  event: { type: 'MonthClosed', data: { month }, eventId: ids.next(), occurredAt: momentOf(at) },
  recorded: at,
});

const day = (date: string, won: number, vatWon = vatOf(won)) => ({ day: date, won, vatWon });
const late = (of: string, billId: string, won: number): Adjustment => ({
  of,
  billId,
  won,
  vatWon: vatOf(won),
  reason: 'late',
});
const report = (month: string, more: Partial<MonthReport> = {}): MonthReport => ({
  month,
  closed: false,
  days: [],
  adjustments: [],
  won: 0,
  vatWon: 0,
  ...more,
});

// August of the examples: 11,000 won on the 22nd and 22,000 at the end of the 31st.
const a = settled('a', '08-22 12:00', 11_000);
const b = settled('b', '08-31 23:59', 22_000);
const AUGUST = {
  days: [day('2026-08-22', 11_000), day('2026-08-31', 22_000)],
  won: 33_000,
  vatWon: 3_000,
};
const closeAugust = closed('2026-08', '09-03 10:00');

const sheets = drawBoard({
  caption: { en: 'The sheets of your months', ko: '내 코드가 만든 월 보고서' },
  corner: { en: 'Month', ko: '월' },
  columns: {
    state: { en: 'State', ko: '상태' },
    days: { en: 'Days', ko: '일별' },
    adjustments: { en: 'Adjustments', ko: '조정' },
    won: { en: 'Won', ko: '원' },
  },
  rows: {
    openAugust: { en: 'August, with a refund in September', ko: '8월, 환불은 9월' },
    refundInSeptember: { en: 'September, with that refund', ko: '9월, 그 환불 포함' },
    closedAugust: { en: 'August, closed, with a late bill', ko: '마감한 8월, 늦게 온 계산서' },
    lateInSeptember: { en: 'September, with that late bill', ko: '9월, 그 늦은 계산서 포함' },
    lateCorrection: { en: 'September, with a late correction', ko: '9월, 늦게 온 정정 포함' },
    refundOfLate: { en: 'September, with a refund of the late bill', ko: '9월, 늦은 계산서의 환불 포함' },
    notClosed: { en: 'August, not closed, with a late bill', ko: '마감 전의 8월, 늦게 온 계산서' },
    newYear: { en: 'January, with a late bill of December', ko: '1월, 12월의 늦은 계산서 포함' },
  },
});
type Sheet = Parameters<typeof sheets.mark>[0];

it('adds up the days of a month, as the calendar of Seoul has them', () => {
  const tape = [b, a, settled('c', '09-01 00:00', 4_400), settled('d', '08-22 20:00', 1_100)];
  const expected = report('2026-08', {
    days: [day('2026-08-22', 12_100), day('2026-08-31', 22_000)],
    won: 34_100,
    vatWon: 3_100,
  });

  expect(
    seen(tape, '2026-08', expected),
    'Two bills on the 22nd and one a minute before midnight on the 31st. The fourth was settled at midnight: that is September',
  ).toEqual(expected);
  const september = report('2026-09', { days: [day('2026-09-01', 4_400)], won: 4_400, vatWon: 400 });
  expect(
    seen(tape, '2026-09', september),
    'In September there is the bill of midnight, and nothing else',
  ).toEqual(september);
});

it('has a report for a month in which nothing was booked', () => {
  expect(
    seen([a], '2026-07', report('2026-07')),
    'July is a report with zeros: no days, no adjustments',
  ).toEqual(report('2026-07'));
});

it('adds the tax of each slip, in whole won', () => {
  const tape = [
    settled('a', '08-22 12:00', 8_000),
    settled('b', '08-22 12:10', 3_000),
    settled('c', '08-23 12:00', 8_000),
    corrected('c', '08-24 12:00', -1_000, 'cold soup'),
  ];
  const said = seen(
    tape,
    '2026-08',
    report('2026-08', {
      days: [day('2026-08-22', 11_000, 999), day('2026-08-23', 8_000, 727), day('2026-08-24', -1_000, -90)],
      won: 18_000,
      vatWon: 1_636,
    }),
  );

  expect(said.won, '8,000 and 3,000 and 8,000 won, and 1,000 given back').toBe(18_000);
  expect(
    [...said.days.map(({ vatWon }) => vatWon), said.vatWon],
    'The slips say 727 and 272, then 727, then −90 won: 999, 727 and −90 by day, 1,636 in the month. Nobody has ever paid a part of a won',
  ).toEqual([999, 727, -90, 1_636]);
});

it('corrects a bill of the same month on the day of the correction', () => {
  const tape = [a, b, corrected('a', '08-25 09:00', -2_200, 'cold soup')];
  const expected = report('2026-08', {
    days: [day('2026-08-22', 11_000), day('2026-08-25', -2_200), day('2026-08-31', 22_000)],
    won: 30_800,
    vatWon: 2_800,
  });

  expect(
    seen(tape, '2026-08', expected),
    'The soup of the 22nd was refunded on the 25th. It is the same month, so the 25th has a day of its own, below zero',
  ).toEqual(expected);
});

it('books a refund of the next month there, as an adjustment', () => {
  const tape = [a, b, corrected('a', '09-02 09:00', -1_100, 'cold soup')];
  const september = report('2026-09', {
    adjustments: [{ of: '2026-08', billId: 'a', won: -1_100, vatWon: -100, reason: 'cold soup' }],
    won: -1_100,
    vatWon: -100,
  });

  expect(
    seen(tape, '2026-09', september, 'refundInSeptember'),
    'The money went back on 2 September: it is booked in September, as an adjustment of August',
  ).toEqual(september);
  expect(
    seen(tape, '2026-08', report('2026-08', AUGUST), 'openAugust'),
    'In August nobody got anything back. August is what was paid in August, whether it is closed or not',
  ).toEqual(report('2026-08', AUGUST));
});

it('changes nothing in a closed month: a late bill is an adjustment of the next', () => {
  const tape = [a, b, closeAugust, settled('c', '08-31 21:00', 5_500, '09-04 09:00')];
  const august = report('2026-08', { ...AUGUST, closed: true });
  const september = report('2026-09', {
    adjustments: [late('2026-08', 'c', 5_500)],
    won: 5_500,
    vatWon: 500,
  });

  expect(
    seen(tape, '2026-08', august, 'closedAugust'),
    'August was handed in with 33,000 won, and that is what it stays, whatever comes in afterwards',
  ).toEqual(august);
  expect(
    seen(tape, '2026-09', september, 'lateInSeptember'),
    'The bill of 31 August came in after August was closed. September has it, as an adjustment of August for the reason “late”',
  ).toEqual(september);
});

it('books a correction that comes in late as it books a late bill', () => {
  const tape = [
    a,
    b,
    closeAugust,
    corrected('b', '08-31 23:59', -2_200, 'a dish too many', '09-05 08:00'),
    settled('c', '09-01 12:00', 3_300),
    corrected('a', '09-06 12:00', -1_100, 'cold soup'),
  ];
  const september = report('2026-09', {
    days: [day('2026-09-01', 3_300)],
    adjustments: [
      { of: '2026-08', billId: 'b', won: -2_200, vatWon: -200, reason: 'a dish too many' },
      { of: '2026-08', billId: 'a', won: -1_100, vatWon: -100, reason: 'cold soup' },
    ],
    won: 0,
    vatWon: 0,
  });

  expect(
    seen(tape, '2026-09', september, 'lateCorrection'),
    'Both are adjustments of August, in the order in which they were recorded, with the reasons that they give',
  ).toEqual(september);
});

it('books the refund of a late bill in its own month, as an adjustment of that of the bill', () => {
  const tape = [
    a,
    b,
    closeAugust,
    settled('c', '08-31 21:00', 5_500, '09-04 09:00'),
    corrected('c', '09-06 12:00', -1_100, 'cold soup'),
  ];
  const september = report('2026-09', {
    adjustments: [
      late('2026-08', 'c', 5_500),
      { of: '2026-08', billId: 'c', won: -1_100, vatWon: -100, reason: 'cold soup' },
    ],
    won: 4_400,
    vatWon: 400,
  });

  expect(
    seen(tape, '2026-09', september, 'refundOfLate'),
    'Bill c came in late and is booked in September, but it was settled in August: so its refund is one of August, too',
  ).toEqual(september);
});

it('counts on its day what comes in after the end of a month that is still open', () => {
  const tape = [a, settled('b', '08-31 23:59', 22_000, '09-01 09:30')];

  expect(
    seen(tape, '2026-08', report('2026-08', AUGUST), 'notClosed'),
    'The bill of 31 August was stored on 1 September. August is not closed yet: a month ends when it is closed, and not by the clock',
  ).toEqual(report('2026-08', AUGUST));
});

it('goes on to the first month that is open', () => {
  const bothClosed = [a, b, closeAugust, closed('2026-09', '10-02 10:00')];
  const bill = settled('c', '08-30 12:00', 5_500, '10-05 09:00');
  const months = ['2026-08', '2026-09', '2026-10'];
  expect(
    months.map((month) => look([...bothClosed, bill], month).won),
    'August and September are closed, so the bill of August is booked in October',
  ).toEqual([33_000, 0, 5_500]);

  const refund = corrected('a', '09-28 12:00', -1_100, 'cold soup', '10-05 08:00');
  const tape = [...bothClosed, refund, bill];
  expect(
    months.map((month) => look(tape, month).won),
    'The refund of September came in when September was closed: it is booked in October as well',
  ).toEqual([33_000, 0, 4_400]);
  expect(
    look(tape, '2026-10').adjustments,
    'Both are adjustments of August, in the order in which they were recorded, with the reasons that they give',
  ).toEqual([
    { of: '2026-08', billId: 'a', won: -1_100, vatWon: -100, reason: 'cold soup' },
    late('2026-08', 'c', 5_500),
  ]);
});

it('goes on from December to January', () => {
  const tape = [
    closed('2026-12', '2027-01-04 10:00'),
    settled('z', '12-31 23:00', 1_100, '2027-01-05 09:00'),
  ];
  const january = report('2027-01', { adjustments: [late('2026-12', 'z', 1_100)], won: 1_100, vatWon: 100 });

  expect(
    seen(tape, '2027-01', january, 'newYear'),
    'After December comes January of the next year, with the bill that came in late',
  ).toEqual(january);
});

it('counts each bill once, whenever August is closed', () => {
  const bills = [
    settled('p', '08-30 12:00', 1_100),
    settled('q', '08-31 23:59', 2_200),
    settled('r', '09-01 00:01', 4_400),
  ];
  for (const order of permutations([...bills, closeAugust])) {
    const names = order.map(({ event }) => (event.type === 'BillSettled' ? event.data.billId : 'close'));
    const before = names.slice(0, names.indexOf('close'));
    const inAugust = (before.includes('p') ? 1_100 : 0) + (before.includes('q') ? 2_200 : 0);
    scene(names.join(', '), names.join(', '), () => {
      const [august, september] = ['2026-08', '2026-09'].map((month) => look(order, month));

      expect(
        [august!.won, september!.won],
        `Recorded as ${names.join(', ')}: what came before the close is in August, what came after it in September, and together they are 7,700 won`,
      ).toEqual([inAugust, 7_700 - inAugust]);
      expect(
        look(order.slice(0, names.indexOf('close') + 1), '2026-08'),
        `Recorded as ${names.join(', ')}: August is at the end what it was when it was closed, day by day`,
      ).toEqual(august);
    });
  }
});

it('is not moved by events that it does not know', () => {
  const praised = { ...a.event, type: 'BillPraised' } as unknown as AccountingEvent;

  expect(
    seen([{ ...a, event: praised }, a, b], '2026-08', report('2026-08', AUGUST)),
    'A bill was praised, which is nice, and no money',
  ).toEqual(report('2026-08', AUGUST));
});

it('leaves every earlier view as it was', () => {
  const tape = [a, b, closeAugust, corrected('a', '09-02 09:00', -1_100, 'cold soup')];
  const views = [monthlyReport.initial()];
  const outcome = attempt(() => {
    for (const each of recorded(tape)) views.push(projectAloud(deepFreeze(views.at(-1)!), each));
  });

  expect(
    outcome,
    'The projection is given a view that is frozen. It makes a new one instead of changing that',
  ).not.toMatch(/^threw/);
  expect(
    views.map((view) => reportOf(view, '2026-08').won + reportOf(view, '2026-09').won),
    'Nothing, one bill, two, still two, and a refund: each view keeps what it said',
  ).toEqual([0, 11_000, 33_000, 33_000, 31_900]);
  expect(reportOf(monthlyReport.initial(), '2026-08').won, 'Whoever begins anew begins with nothing').toBe(0);
});

it('remembers what it needs in the view, and nowhere else', () => {
  const before = after([a]);
  after([settled('a', '07-10 12:00', 3_300)]);
  const refund = recorded([a, corrected('a', '08-25 09:00', -1_100, 'cold soup')])[1]!;

  expect(
    reportOf(projectAloud(before, refund), '2026-08').days,
    'In between, another ledger took in another bill a, of July. The refund is about the bill of August, which is in this view',
  ).toEqual([day('2026-08-22', 11_000), day('2026-08-25', -1_100)]);
});

it('can be kept as plain data, and comes out the same when it is built again', () => {
  const store = inMemoryEventStore<AccountingEvent>(fixedClock(0));
  for (const { event } of [a, b, closeAugust]) {
    store.appendToStream('accounting', [event], { expectedRevision: 'any' });
  }
  const ledger = projector(store, monthlyReport);
  expect(
    attempt(() => ledger.catchUp()),
    'A projector keeps the view in a table, so it has to be plain data: strings, numbers, booleans, null, lists and objects of them',
  ).not.toMatch(/^threw/);

  const expected = report('2026-08', { ...AUGUST, closed: true });
  expect(reportOf(ledger.view(), '2026-08'), 'The view as it was read from the table').toEqual(expected);
  ledger.rebuild();
  expect(reportOf(ledger.view(), '2026-08'), 'Thrown away and built again from the same events').toEqual(
    expected,
  );
});

/** The report on these events, and the case as cards for a learner whose report says something else. */
function seen(tape: readonly Entry[], month: string, expected: MonthReport, row?: Sheet): MonthReport {
  showCase({
    given: tape.map(({ event, recorded: at }) => ({
      type: event.type,
      data: { ...event.data, happened: inSeoul(event.occurredAt), recorded: at },
    })),
    when: `reportOf(ledger, '${month}')`,
    then: cards(expected),
    yours: () => cards(look(tape, month)),
  });
  const said = look(tape, month);
  if (row) show(row, said, expected);
  return said;
}

/** The sheet of a month goes onto the board, as the learner's report has it. */
function show(row: Sheet, said: MonthReport, expected: MonthReport): void {
  const columns = {
    state: ({ closed: isClosed }: MonthReport) => (isClosed ? 'closed' : 'open'),
    days: ({ days }: MonthReport) =>
      days.map((each) => `${each.day.slice(5)}: ${inWon(each.won)}`).join('; '),
    adjustments: ({ adjustments }: MonthReport) =>
      adjustments.map(({ of, billId, won }) => `${of} ${billId}: ${inWon(won)}`).join('; '),
    won: (sheet: MonthReport) => inWon(sheet.won),
  };
  for (const column of ['state', 'days', 'adjustments', 'won'] as const) {
    const [yours, right] = [readable(() => columns[column](said)), columns[column](expected)];
    sheets.mark(row, column, { text: inWords(yours) || '–', mark: yours === right ? 'right' : 'wrong' });
  }
}

const inWords = (yours: string) =>
  yours === 'closed' ? { en: yours, ko: '마감' } : yours === 'open' ? { en: yours, ko: '마감 전' } : yours;

const inWon = (amount: number): string => amount.toLocaleString('en-US').replace('-', '−');

/** A report of another shape is told by the assertion, and not by the board. */
function readable(write: () => string): string {
  try {
    return write();
  } catch {
    return '?';
  }
}

const cards = ({ days, adjustments, ...sheet }: MonthReport) => [
  ...days.map(({ day: type, ...data }) => ({ type, data })),
  ...adjustments.map((data) => ({ type: 'adjustment', data })),
  { type: 'month', data: sheet },
];

/** `08-31 21:00` */
const inSeoul = (moment: number): string =>
  new Date(moment + 9 * 60 * 60 * 1000).toISOString().slice(5, 16).replace('T', ' ');

const look = (tape: readonly Entry[], month: string): MonthReport => reportOf(after(tape), month);

const after = (tape: readonly Entry[]): Ledger =>
  recorded(tape).reduce(projectAloud, monthlyReport.initial());

/** Tells the timeline of the event and of the view that the learner's projection makes of it. */
function projectAloud(before: Ledger, each: RecordedEvent<AccountingEvent>): Ledger {
  const { event: payload, streamName: name, revision } = each;
  const label = payload.type;
  note({ kind: 'appended', place: 'stream', name, label, payload, revision, as: each });
  const ledger = project(monthlyReport, before, each);
  note({ kind: 'projected', place: 'view', name: 'ledger', label, payload: ledger, cause: each });
  return ledger;
}

const recorded = (tape: readonly Entry[]): RecordedEvent<AccountingEvent>[] =>
  tape.map(({ event, recorded: at }, index) => ({
    event,
    streamName: 'accounting',
    revision: index,
    position: index + 1,
    recordedAt: momentOf(at),
    metadata: { schemaVersion: 1 },
  }));

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
