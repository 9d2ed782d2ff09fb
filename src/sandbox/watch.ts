import type { Frame, FrameWorker } from './open-frame.ts';
import { limits, type Ending } from './report.ts';

/** A page whose ticks come later than this was frozen, or its machine slept; throttled ones come once a second. */
const sleepMs = 2_000;

/**
 * Watches a run until it ends or must be ended, and says whether the page slept meanwhile. Time is counted in ticks, so
 * a page that slept or was throttled in the background does not take its own absence for the learner's endless loop.
 */
export function watch(
  frame: Pick<Frame, 'ping'>,
  worker: Pick<FrameWorker, 'port' | 'onError'>,
  accept: (message: unknown) => 'more' | 'ended' | 'flood',
  signal: AbortSignal,
  start: () => void,
): Promise<{ readonly ending: Ending; readonly slept: boolean }> {
  return new Promise((resolve) => {
    let ticks = 0;
    let unanswered = 0;
    let asked = false;
    let slept = false;
    // The clock of the wall: others stand still while some machines sleep.
    let last = Date.now();
    const look = () => {
      slept ||= Date.now() - last > sleepMs;
      last = Date.now();
    };
    const finish = (ending: Ending) => {
      look();
      clearInterval(timer);
      signal.removeEventListener('abort', cancel);
      worker.port.onmessage = null;
      resolve({ ending, slept });
    };
    const cancel = () => finish({ kind: 'cancelled' });
    const tick = () => {
      look();
      ticks += 1;
      unanswered = asked ? unanswered + 1 : 0;
      if (ticks * limits.pingEveryMs >= limits.runMs) finish({ kind: 'timed-out', limitMs: limits.runMs });
      else if (unanswered * limits.pingEveryMs >= limits.pingUnansweredMs) {
        finish({ kind: 'crashed', cause: 'unresponsive' });
      } else if (!asked) {
        asked = true;
        void frame.ping().then(() => (asked = false));
      }
    };
    const timer = setInterval(tick, limits.pingEveryMs);
    signal.addEventListener('abort', cancel);
    worker.onError((detail) => finish({ kind: 'crashed', cause: 'worker', detail }));
    worker.port.onmessage = ({ data }) => {
      const state = accept(data);
      if (state === 'ended') finish({ kind: 'ended' });
      if (state === 'flood') finish({ kind: 'crashed', cause: 'flood' });
    };
    start();
  });
}
