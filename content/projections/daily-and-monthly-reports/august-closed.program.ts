/** August is closed while the tape runs: what comes later is booked in September, as an adjustment. */
import { eventFactory, inMemoryEventStore, project, toBusinessDate } from 'past-tense';
import type { DomainEvent, Projection } from 'past-tense';
import { fixedClock, note, sequentialIds } from 'past-tense/testing';

type TillEvent =
  | DomainEvent<'BillSettled', { won: number }>
  | DomainEvent<'BillCorrected', { won: number; month: string }>
  | DomainEvent<'MonthClosed', { month: string; won: number }>;

type Sheet = Readonly<{
  days: Readonly<Record<string, number>>;
  adjustments: readonly Readonly<{ of: string; won: number }>[];
  closed?: number;
}>;
type Sheets = Readonly<Record<string, Sheet>>;

const monthlySales: Projection<Sheets, TillEvent> = {
  name: 'monthly-sales',
  version: 1,
  initial: () => ({}),
  when: {
    BillSettled(sheets, { event }) {
      const day = toBusinessDate(event.occurredAt, 'Asia/Seoul');
      const { won } = event.data;
      if (sheets[monthOf(day)]?.closed !== undefined) return adjusted(sheets, monthOf(day), won);
      const { days, ...sheet } = sheetOf(sheets, monthOf(day));
      return { ...sheets, [monthOf(day)]: { ...sheet, days: { ...days, [day]: (days[day] ?? 0) + won } } };
    },
    BillCorrected: (sheets, { event: { data } }) => adjusted(sheets, data.month, data.won),
    MonthClosed: (sheets, { event: { data } }) => ({
      ...sheets,
      [data.month]: { ...sheetOf(sheets, data.month), closed: data.won },
    }),
  },
};

const sheetOf = (sheets: Sheets, month: string): Sheet => sheets[month] ?? { days: {}, adjustments: [] };
const monthOf = (day: string): string => day.slice(0, 7);

/** In this course there is but one month after August. */
function adjusted(sheets: Sheets, of: string, won: number): Sheets {
  const sheet = sheetOf(sheets, '2026-09');
  return { ...sheets, '2026-09': { ...sheet, adjustments: [...sheet.adjustments, { of, won }] } };
}

const tape: readonly (readonly [streamName: string, type: TillEvent['type'], day: string, data: object])[] = [
  ['bill-a', 'BillSettled', '2026-08-22', { won: 11_000 }],
  ['bill-b', 'BillSettled', '2026-08-31', { won: 22_000 }],
  ['months', 'MonthClosed', '2026-09-02', { month: '2026-08', won: 33_000 }],
  ['bill-c', 'BillSettled', '2026-08-31', { won: 5_500 }],
  ['bill-a', 'BillCorrected', '2026-09-06', { won: -1_100, month: '2026-08' }],
];

export function timeline(): () => void {
  const clock = fixedClock(0);
  const event = eventFactory(clock, sequentialIds());
  const store = inMemoryEventStore<TillEvent>(clock);
  return () => {
    let sheets = monthlySales.initial();
    for (const [streamName, type, day, data] of tape) {
      clock.moveTo(Date.parse(`${day}T20:00:00+09:00`));
      store.appendToStream(streamName, [event(type, data) as TillEvent], { expectedRevision: 'any' });
      const recorded = store.readAll().at(-1)!;
      const before = sheets;
      sheets = project(monthlySales, sheets, recorded);
      for (const [month, sheet] of Object.entries(sheets)) {
        if (before[month] === sheet) continue;
        const [name, label] = [names[month]!, said(sheet)];
        note({ kind: 'projected', place: 'view', name, label, payload: sheet, cause: recorded });
      }
    }
  };
}

const names: Readonly<Record<string, { en: string; ko: string }>> = {
  '2026-08': { en: 'August', ko: '8월' },
  '2026-09': { en: 'September', ko: '9월' },
};

/** The sheet in a line. */
function said({ days, adjustments, closed }: Sheet): { en: string; ko: string } {
  const inDays = Object.entries(days).map(([day, won]) => `${day.slice(5)}: ${numbered(won)}`);
  const sayIn = (close: string, adjustment: (month: string) => string): string =>
    [
      ...inDays,
      ...adjustments.map(({ of, won }) => `${adjustment(of)}: ${numbered(won)}`),
      ...(closed === undefined ? [] : [`${close}: ${numbered(closed)}`]),
    ].join(', ');
  return {
    en: sayIn('closed', (month) => `adjustment of ${names[month]!.en}`),
    ko: sayIn('마감', (month) => `${names[month]!.ko}분 조정`),
  };
}

const numbered = (won: number): string => won.toLocaleString('en-US').replace('-', '−');
