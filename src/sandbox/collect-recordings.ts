import { readMessage } from './read-message.ts';
import type { Recording, Recordings } from './recording.ts';

export type RecordingsCollector = {
  /** Takes one message as it came out of the sandbox behind the end of a run. */
  accept(message: unknown): 'more' | 'over';
  /** Of the messages so far. */
  readonly recordings: Recordings;
};

/** More tests than any exercise has. */
const mostTests = 200;

/** Collects what the sandbox sends behind the end of a run, bounded whatever that is. */
export function collectRecordings(): RecordingsCollector {
  const recordings = new Map<string, Recording>();
  let messages = 0;
  return {
    accept(received) {
      messages += 1;
      const message = readMessage(received);
      if (message?.kind === 'recording') recordings.set(message.test, message.recording);
      return message?.kind === 'over' || messages > mostTests ? 'over' : 'more';
    },
    recordings,
  };
}
