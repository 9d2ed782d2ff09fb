import { expect, it } from 'vitest';
import { toBusinessDate } from './index.ts';

it.each([
  { at: '2026-08-22T14:59:59.999Z', seoul: '2026-08-22', utc: '2026-08-22' },
  { at: '2026-08-22T15:00:00.000Z', seoul: '2026-08-23', utc: '2026-08-22' },
  { at: '2026-08-23T00:00:00.000Z', seoul: '2026-08-23', utc: '2026-08-23' },
  { at: '2026-12-31T15:00:00.000Z', seoul: '2027-01-01', utc: '2026-12-31' },
  { at: '2028-02-28T15:00:00.000Z', seoul: '2028-02-29', utc: '2028-02-28' },
  { at: '2028-02-29T15:00:00.000Z', seoul: '2028-03-01', utc: '2028-02-29' },
  { at: '2026-02-28T15:00:00.000Z', seoul: '2026-03-01', utc: '2026-02-28' },
  { at: '1970-01-01T00:00:00.000Z', seoul: '1970-01-01', utc: '1970-01-01' },
  { at: '1988-06-30T14:59:59.999Z', seoul: '1988-07-01', utc: '1988-06-30' },
])('$at is $seoul in Seoul and $utc in UTC', ({ at, seoul, utc }) => {
  expect(toBusinessDate(Date.parse(at), 'Asia/Seoul')).toBe(seoul);
  expect(toBusinessDate(Date.parse(at), 'UTC')).toBe(utc);
});

it('refuses a zone that nobody knows and a time that is none', () => {
  expect(() => toBusinessDate(0, 'Asia/Sool')).toThrow(RangeError);
  expect(() => toBusinessDate(Number.NaN, 'Asia/Seoul')).toThrow(RangeError);
});
