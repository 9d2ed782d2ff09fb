import { awakeTimeout } from '../awake-timeout.ts';
import { collectRecordings } from './collect-recordings.ts';
import type { FrameWorker } from './open-frame.ts';
import type { Recordings } from './recording.ts';
import { limits } from './report.ts';

/**
 * Asks a worker whose run has ended for its recordings. Waits for `limits.recordingsMs` at most, because a name that is
 * the learner's may never come; then `isOver` is false, and the worker still busy.
 */
export function receiveRecordings(
  worker: Pick<FrameWorker, 'port' | 'send'>,
): Promise<{ readonly recordings: Recordings; readonly isOver: boolean }> {
  const { accept, recordings } = collectRecordings();
  return new Promise((resolve) => {
    const callOff = awakeTimeout(() => resolve({ recordings, isOver: false }), limits.recordingsMs);
    worker.port.onmessage = ({ data }) => {
      if (accept(data) === 'more') return;
      callOff();
      resolve({ recordings, isOver: true });
    };
    worker.send({ kind: 'tell-recordings' });
  });
}
