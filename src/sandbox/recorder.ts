import type { Recorder } from '../../exercises/library/recording.ts';
import { recordTest, type TestRecording } from './record-test.ts';
import { recordingLimits, type Recording } from './recording.ts';

/** Listens to the library, one test after the other, and makes a bounded recording of each. */
export type RunRecorder = {
  readonly listener: Recorder;
  /** A test begins; what it tells makes a recording of its own. */
  begin(): void;
  /** The test that runs has just failed. */
  failed(): void;
  /** The test is over. None if nothing happened in it that the library knows of. */
  end(passed: boolean): Recording | undefined;
};

/** `assertions` tells how many the test has made. */
export function createRecorder(assertions: () => number): RunRecorder {
  let leftOfRun: number = recordingLimits.entriesOfRun;
  let nodesOfRun: number = recordingLimits.nodesOfRun;
  let current: TestRecording | undefined;
  return {
    listener: {
      note(happening) {
        current?.note(happening);
      },
      during: (happening, work) => (current ? current.during(happening, work) : work()),
    },
    begin() {
      current = recordTest(Math.min(leftOfRun, recordingLimits.entries), assertions);
    },
    failed: () => current?.failed(),
    end(passed) {
      const { entries, entriesIfPassed, nodes, nodesIfPassed } = recordingLimits;
      const ending = current;
      current = undefined;
      const ended = ending?.end(
        passed ? entriesIfPassed : entries,
        Math.min(nodesOfRun, passed ? nodesIfPassed : nodes),
      );
      if (!ended) return undefined;
      leftOfRun -= ended.recording.entries.length;
      nodesOfRun -= ended.nodes;
      return ended.recording;
    },
  };
}
