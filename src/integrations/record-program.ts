import { listenWith } from '../../exercises/library/recording.ts';
import { createRecorder } from '../sandbox/recorder.ts';
import type { Recording } from '../sandbox/recording.ts';

/** What the library tells while a program of a lesson runs; nothing if it tells nothing. Throws what the program throws. */
export function recordProgram(run: () => unknown): Recording | undefined {
  const recorder = createRecorder();
  listenWith(recorder.listener);
  recorder.begin();
  try {
    run();
  } finally {
    listenWith(undefined);
  }
  // Not passed, but a test that passed has less room.
  return recorder.end(false);
}
