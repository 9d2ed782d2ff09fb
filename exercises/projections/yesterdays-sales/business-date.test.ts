import { expect, it } from 'vitest';
import { drawBoard } from 'past-tense/drawing';
import { toBusinessDate } from './business-date.ts';

/** Moments, zones, and what a clock on the wall shows there. */
const CLOCKS = [
  ['2026-08-22T14:59:59.999Z', 'Asia/Seoul', '2026-08-22 23:59'],
  ['2026-08-22T15:00:00Z', 'Asia/Seoul', '2026-08-23 00:00'],
  ['2026-03-31T15:10:00Z', 'Asia/Seoul', '2026-04-01 00:10'],
  ['2026-12-31T14:59:59Z', 'Asia/Seoul', '2026-12-31 23:59'],
  ['2026-12-31T15:00:00Z', 'Asia/Seoul', '2027-01-01 00:00'],
  ['2028-02-28T15:00:00Z', 'Asia/Seoul', '2028-02-29 00:00'],
  ['2028-02-29T15:00:00Z', 'Asia/Seoul', '2028-03-01 00:00'],
  ['2026-02-28T15:00:00Z', 'Asia/Seoul', '2026-03-01 00:00'],
  ['1988-06-30T14:30:00Z', 'Asia/Seoul', '1988-07-01 00:30'],
  ['2026-08-22T15:00:00Z', 'America/Vancouver', '2026-08-22 08:00'],
  ['2026-08-22T06:59:00Z', 'America/Vancouver', '2026-08-21 23:59'],
  ['2026-08-22T09:59:00Z', 'Pacific/Honolulu', '2026-08-21 23:59'],
  ['2026-08-22T10:01:00Z', 'Pacific/Kiritimati', '2026-08-23 00:01'],
] as const;

const clocks = drawBoard({
  caption: { en: 'One moment, two clocks', ko: '같은 순간, 두 시계' },
  corner: 'UTC',
  columns: {
    zone: { en: 'Zone', ko: '시간대' },
    clock: { en: 'The clock there', ko: '그곳의 시계' },
    yours: { en: 'Your day', ko: '내가 계산한 날짜' },
  },
  rows: Object.fromEntries(
    CLOCKS.map(([moment, zone]) => [`${moment} ${zone}`, moment.slice(0, 16).replace('T', ' ')]),
  ),
});

/** The learner's day, which goes onto the board. */
function dayAt(moment: string, zone: string): string {
  const day = toBusinessDate(Date.parse(moment), zone);
  const clock = CLOCKS.find((each) => each[0] === moment && each[1] === zone)?.[2];
  if (clock) {
    const row = `${moment} ${zone}`;
    clocks.mark(row, 'zone', { text: zone });
    clocks.mark(row, 'clock', { text: clock });
    clocks.mark(row, 'yours', { text: day, mark: day === clock.slice(0, 10) ? 'right' : 'wrong' });
  }
  return day;
}

const inSeoul = (moment: string): string => dayAt(moment, 'Asia/Seoul');

it('writes a day as year, month and day', () => {
  expect(
    inSeoul('2026-03-05T10:00:00Z'),
    'Seven in the evening of 5 March in Seoul is 2026-03-05: four digits, two, and two, so that days as text sort by time',
  ).toBe('2026-03-05');
  expect(inSeoul('2026-11-25T10:00:00Z'), 'And 25 November is 2026-11-25').toBe('2026-11-25');
});

it('begins a day of Seoul at 15:00 UTC', () => {
  expect(
    [inSeoul('2026-08-22T14:59:59.999Z'), inSeoul('2026-08-22T15:00:00Z')],
    '14:59:59 UTC is a second before midnight in Seoul, and 15:00 UTC is midnight: two days',
  ).toEqual(['2026-08-22', '2026-08-23']);
  expect(
    [inSeoul('2026-03-31T15:10:00Z'), inSeoul('2026-12-31T15:00:00Z'), inSeoul('2026-12-31T14:59:59Z')],
    'Ten past midnight on 1 April; the first moment of the new year; and the last of the old one',
  ).toEqual(['2026-04-01', '2027-01-01', '2026-12-31']);
  expect(
    [inSeoul('2028-02-28T15:00:00Z'), inSeoul('2028-02-29T15:00:00Z'), inSeoul('2026-02-28T15:00:00Z')],
    '2028 has a 29 February and 2026 has none',
  ).toEqual(['2028-02-29', '2028-03-01', '2026-03-01']);
});

it('goes by the zone that it is given, whatever zone the computer is in', () => {
  const days = [
    dayAt('2026-08-22T15:00:00Z', 'Asia/Seoul'),
    dayAt('2026-08-22T15:00:00Z', 'America/Vancouver'),
    dayAt('2026-08-22T06:59:00Z', 'America/Vancouver'),
    dayAt('2026-08-22T09:59:00Z', 'Pacific/Honolulu'),
    dayAt('2026-08-22T10:01:00Z', 'Pacific/Kiritimati'),
    dayAt('1988-06-30T14:30:00Z', 'Asia/Seoul'),
    dayAt('2026-08-22T23:59:00Z', 'UTC'),
  ];

  expect(
    days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day)),
    'A day is written as year, month and day in every zone',
  ).toEqual([]);
  expect(
    days,
    'The same moment is another day in Seoul, in Vancouver and on Hawaii, and in the summer of 1988 clocks in Seoul were an hour ahead. A function that knows one zone or one offset is right only by luck',
  ).toEqual([
    '2026-08-23',
    '2026-08-22',
    '2026-08-21',
    '2026-08-21',
    '2026-08-23',
    '1988-07-01',
    '2026-08-22',
  ]);
});
