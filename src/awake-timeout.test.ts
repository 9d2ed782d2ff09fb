import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awakeTimeout } from './awake-timeout.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('calls back once, after the time', () => {
  const tell = vi.fn();
  awakeTimeout(tell, 1000);
  vi.advanceTimersByTime(999);
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('is called off', () => {
  const tell = vi.fn();
  awakeTimeout(tell, 1000)();
  vi.advanceTimersByTime(10_000);
  expect(tell).not.toHaveBeenCalled();
});

it('is not used up by a sleep, after which the browser calls once for all that it missed', () => {
  // What a browser does with an interval that is overdue; the fake timers would make up for each call.
  let tick = () => undefined as void;
  vi.stubGlobal('setInterval', (each: () => void) => void (tick = each));
  const tell = vi.fn();
  awakeTimeout(tell, 1000);
  tick();
  tick();
  tick();
  expect(tell).not.toHaveBeenCalled();
  tick();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
