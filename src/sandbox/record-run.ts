import type { Recorder } from '../../exercises/library/recording.ts';
import { whenAsserted } from './expect.ts';
import { linkModules, type LinkedModule } from './link-modules.ts';
import { createRecorder } from './recorder.ts';
import type { HarnessMessage, TestReport } from './report.ts';
import { runSuite } from './run-suite.ts';
import { testModules } from './test-api.ts';

/** What came of each test of the run that was judged, as `outcomeOf` says it. */
export type Outcomes = ReadonlyMap<string, string>;

/**
 * Plays the hidden tests of a run that is over once more, and tells a recording of each in which something happens. So the
 * run that somebody waits for pays nothing for it. All modules are linked anew; a test that comes out otherwise now, by
 * chance or by the clock, tells nothing.
 */
export async function recordRun(
  modules: readonly LinkedModule[],
  entry: string,
  outcomes: Outcomes,
  tell: (message: HarnessMessage) => void,
): Promise<void> {
  const recorder = createRecorder();
  const load = linkModules(modules, testModules(ignore, ignore, ignore));
  listen(modules, load, recorder.listener);
  whenAsserted(recorder.asserted);
  await runSuite(() => load(entry), {
    onBegin: recorder.begin,
    onFailed: recorder.failed,
    onTest(test) {
      const recording = recorder.end(test.state === 'passed');
      if (!recording || outcomes.get(test.name) !== outcomeOf(test)) return;
      tell({ kind: 'recording', test: test.name, recording: JSON.stringify(recording) });
    },
    onLoadError: ignore,
  });
  whenAsserted(ignore);
}

export const outcomeOf = ({ state, errors }: TestReport): string =>
  JSON.stringify([state, ...errors.map(({ name, message }) => [name, message])]);

/** Where the library tells what happens. Learner code cannot import it. */
const libraryPort = 'past-tense/recording.ts';

/** From now on this one hears what the library tells, if the modules have the library. */
export function listen(
  modules: readonly LinkedModule[],
  load: (path: string) => unknown,
  listener: Recorder,
): void {
  if (!modules.some(({ path }) => path === libraryPort)) return;
  (load(libraryPort) as { listenWith: (recorder: Recorder) => void }).listenWith(listener);
}

const ignore = (): void => undefined;
