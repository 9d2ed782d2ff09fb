import type { Recorder } from '../../exercises/library/recording.ts';
import { recordTest, type TestRecording } from './record-test.ts';
import { recordingLimits, type Recording } from './recording.ts';

/** Listens to the library, one test after the other, and makes a bounded recording of each. */
export type RunRecorder = {
  readonly listener: Recorder;
  /** A test begins; what is told from now on is its own. */
  begin(): void;
  /** The test that runs makes an assertion. */
  asserted(): void;
  /** The test that runs has just failed. */
  failed(): void;
  /** The test that runs is over. None if nothing happened in it that the library knows of. */
  end(passed: boolean): Recording | undefined;
};

export function createRecorder(): RunRecorder {
  const { entries, entriesIfPassed, nodes, nodesIfPassed, entriesOfRun, nodesOfRun } = recordingLimits;
  let [entriesLeft, nodesLeft]: [number, number] = [entriesOfRun, nodesOfRun];
  /** Of the test that runs; none between tests. */
  let current: TestRecording | undefined;
  return {
    listener: {
      note(happening) {
        current?.note(happening);
      },
      during: (happening, work) => (current ? current.during(happening, work) : work()),
    },
    begin() {
      current = recordTest();
    },
    asserted: () => current?.asserted(),
    failed: () => current?.failed(),
    end(passed) {
      const ended = current?.end({
        entries: Math.min(entriesLeft, passed ? entriesIfPassed : entries),
        nodes: Math.min(nodesLeft, passed ? nodesIfPassed : nodes),
      });
      current = undefined;
      if (!ended) return undefined;
      entriesLeft -= ended.recording.entries.length;
      nodesLeft -= ended.nodes;
      return ended.recording;
    },
  };
}
