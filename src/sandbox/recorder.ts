import { recordTest } from './record-test.ts';
import { recordingLimits, type Recording } from './recording.ts';
import { createRunLog, type RunLog, type TestLog } from './run-log.ts';

/** Listens to the library, one test after the other, and makes a bounded recording of each when all are over. */
export type RunRecorder = Pick<RunLog, 'listener' | 'begin' | 'asserted' | 'failed'> & {
  /** The test is over. True if anything happened in it that the library knows of. */
  end(test: string, passed: boolean): true | undefined;
  /** In the order of the tests; none of a test in which nothing happened. */
  recordings(): Generator<{ readonly test: string; readonly recording: Recording }>;
};

export function createRecorder(): RunRecorder {
  const log = createRunLog();
  const ended: { readonly test: string; readonly passed: boolean; readonly log: TestLog }[] = [];
  return {
    ...log,
    end(test, passed) {
      const told = log.end();
      if (!told?.told.some((each) => typeof each !== 'string')) return undefined;
      ended.push({ test, passed, log: told });
      return true;
    },
    *recordings() {
      const { entries, entriesIfPassed, nodes, nodesIfPassed } = recordingLimits;
      let [entriesLeft, nodesLeft]: [number, number] = [
        recordingLimits.entriesOfRun,
        recordingLimits.nodesOfRun,
      ];
      for (const { test, passed, log: told } of ended) {
        const made = recordTest(told, {
          entries: Math.min(entriesLeft, passed ? entriesIfPassed : entries),
          nodes: Math.min(nodesLeft, passed ? nodesIfPassed : nodes),
        });
        if (!made) continue;
        entriesLeft -= made.recording.entries.length;
        nodesLeft -= made.nodes;
        yield { test, recording: made.recording };
      }
    },
  };
}
