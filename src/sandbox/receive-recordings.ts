import { awakeTimeout } from '../awake-timeout.ts';
import { collectRecordings } from './collect-recordings.ts';
import type { FrameWorker } from './open-frame.ts';
import type { Recordings } from './recording.ts';

/**
 * Has a worker whose run has ended play it once more, and waits for the recordings: so many milliseconds, or until the
 * signal. If it has not told all of them by then, `isOver` is false and the worker still busy.
 */
export function receiveRecordings(
  worker: Pick<FrameWorker, 'port' | 'send'>,
  withinMs: number,
  signal: AbortSignal,
): Promise<{ readonly recordings: Recordings; readonly isOver: boolean }> {
  const { accept, recordings } = collectRecordings();
  return new Promise((resolve) => {
    const finish = (isOver: boolean) => {
      callOff();
      signal.removeEventListener('abort', giveUp);
      worker.port.onmessage = null;
      resolve({ recordings, isOver });
    };
    const giveUp = () => finish(false);
    const callOff = awakeTimeout(giveUp, withinMs);
    signal.addEventListener('abort', giveUp);
    worker.port.onmessage = ({ data }) => {
      if (accept(data) === 'over') finish(true);
    };
    worker.send({ kind: 'tell-recordings' });
  });
}
