import { expect, it, vi } from 'vitest';
import { tickingClock } from './ticking-clock.ts';

it('tells another time whenever it is asked, the same ones in every run', () => {
  const { Date: Ticking, rewind } = tickingClock(Date);
  const times = () => {
    rewind();
    return [Ticking.now(), new Ticking().getTime(), Ticking(), Ticking.now()] as const;
  };
  const [first, second, , fourth] = times();
  expect([second - first, fourth - first]).toEqual([1, 3]);
  expect(times()).toEqual([first, second, expect.any(String), fourth]);
  expect(tickingClock(Date).Date.now()).toBe(first);
});

it('leaves dates that are given as they are, and is Date to whoever asks', () => {
  const { Date: Ticking } = tickingClock(Date);
  class Day extends Ticking {}
  expect(new Ticking(7).getTime()).toBe(7);
  expect(new Ticking(2026, 0, 2)).toEqual(new Date(2026, 0, 2));
  expect(new Date(7)).toBeInstanceOf(Ticking);
  expect(new Day(7)).toBeInstanceOf(Day);
  expect(Ticking.UTC(1970, 0)).toBe(0);
  expect(Ticking.name).toBe('Date');
});

it('can be replaced by a test', () => {
  const { Date: Ticking } = tickingClock(Date);
  vi.spyOn(Ticking, 'now').mockReturnValue(7);
  expect(Ticking.now()).toBe(7);
});
