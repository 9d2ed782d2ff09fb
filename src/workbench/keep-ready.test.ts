import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEveryMs, keepReady } from './keep-ready.ts';

const files = (text: string) => ({ './cart.ts': text });

/** What is made ready; each ends when it is told to, or at once. */
function keeper(isSlow = false) {
  const made: string[] = [];
  const ends: (() => void)[] = [];
  const { written, stop } = keepReady((sources) => {
    made.push(sources['./cart.ts']!);
    return isSlow
      ? new Promise((resolve) => ends.push(resolve))
      : Promise.reject(new Error('does not compile'));
  });
  return { made, ends, stop, write: (text: string) => written(files(text)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('makes ready at once what is written first', () => {
  const { made, write } = keeper();
  write('a');
  expect(made).toEqual(['a']);
});

it('makes ready the last of what is written quickly, and nothing between', async () => {
  const { made, write } = keeper();
  for (const text of ['a', 'ab', 'abc']) write(text);
  await vi.advanceTimersByTimeAsync(atMostEveryMs);
  expect(made).toEqual(['a', 'abc']);
  await vi.advanceTimersByTimeAsync(atMostEveryMs);
  write('abcd');
  expect(made).toEqual(['a', 'abc', 'abcd']);
});

it('does one thing after the other, however long it takes', async () => {
  const { made, ends, write } = keeper(true);
  write('a');
  await vi.advanceTimersByTimeAsync(10 * atMostEveryMs);
  write('ab');
  expect(made).toEqual(['a']);
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toEqual(['a', 'ab']);
});

it('leaves what is written when it is stopped', async () => {
  const { made, stop, write } = keeper();
  write('a');
  write('ab');
  stop();
  await vi.advanceTimersByTimeAsync(atMostEveryMs);
  expect(made).toEqual(['a']);
});
