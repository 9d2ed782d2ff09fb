import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limits } from './report.ts';
import { watch } from './watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A frame that answers pings when the test says so, and a worker that says what the test says. */
function watched({ answers }: { answers: boolean }) {
  const waiting: (() => void)[] = [];
  let isAnswering = answers;
  const frame = {
    ping: () => new Promise<void>((resolve) => (isAnswering ? resolve() : waiting.push(resolve))),
  };
  const port = { onmessage: null } as unknown as MessagePort;
  const worker = { port, onError: () => undefined };
  const controller = new AbortController();
  const over = vi.fn();
  const accept = (message: unknown) => (message === 'end' ? 'ended' : 'more');
  void watch(frame, worker, accept, controller.signal, () => undefined).then(over);
  return {
    over,
    say: (data: string) => port.onmessage?.call(port, new MessageEvent('message', { data })),
    answer() {
      isAnswering = true;
      for (const tell of waiting.splice(0)) tell();
    },
    stop: () => controller.abort(),
  };
}

/** The clock goes on, and no timer with it: what a page sees of its machine's sleep. */
const sleep = (ms: number) => void vi.setSystemTime(Date.now() + ms);
const hour = 60 * 60 * 1000;

it('ends what does not end', async () => {
  const { over } = watched({ answers: true });
  await vi.advanceTimersByTimeAsync(limits.runMs - 1);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalledWith({
    ending: { kind: 'timed-out', limitMs: limits.runMs },
    slept: false,
  });
});

it('counts no hour of sleep as time of the run, and says that it was asleep', async () => {
  const { over, say } = watched({ answers: true });
  for (let nap = 0; nap < 10; nap += 1) {
    await vi.advanceTimersByTimeAsync(limits.pingEveryMs);
    sleep(hour);
  }
  expect(over).not.toHaveBeenCalled();
  say('end');
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toHaveBeenCalledWith({ ending: { kind: 'ended' }, slept: true });
});

it('notices a sleep that ends with the run', async () => {
  const { over, say } = watched({ answers: true });
  sleep(hour);
  say('end');
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toHaveBeenCalledWith({ ending: { kind: 'ended' }, slept: true });
});

it('does not take a ping that nobody answered during a sleep for a crash', async () => {
  const { over, say, answer } = watched({ answers: false });
  await vi.advanceTimersByTimeAsync(limits.pingEveryMs);
  sleep(hour);
  await vi.advanceTimersByTimeAsync(limits.pingUnansweredMs - limits.pingEveryMs);
  answer();
  await vi.advanceTimersByTimeAsync(limits.pingUnansweredMs);
  expect(over).not.toHaveBeenCalled();
  say('end');
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toHaveBeenCalledWith({ ending: { kind: 'ended' }, slept: true });
});

it('tells a frame that stays silent as crashed', async () => {
  const { over } = watched({ answers: false });
  await vi.advanceTimersByTimeAsync(limits.pingUnansweredMs);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(limits.pingEveryMs);
  expect(over).toHaveBeenCalledWith({ ending: { kind: 'crashed', cause: 'unresponsive' }, slept: false });
});

it('is not asleep while a hidden tab is called only once a second', async () => {
  const { over, stop } = watched({ answers: true });
  for (let second = 0; second < 3; second += 1) {
    sleep(1000 - limits.pingEveryMs);
    await vi.advanceTimersByTimeAsync(limits.pingEveryMs);
  }
  stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toHaveBeenCalledWith({ ending: { kind: 'cancelled' }, slept: false });
});
