import { describeCase } from './case.ts';
import { nextTasks, type LateErrors } from './late-errors.ts';
import { linkModules, type LinkedModule } from './link-modules.ts';
import { makeTape, tapeClock } from './make-tape.ts';
import { listen } from './record-run.ts';
import {
  limits,
  type Arrangement,
  type HarnessMessage,
  type TestPlan,
  type TestReport,
  type Trial,
} from './report.ts';
import { runSuite } from './run-suite.ts';
import { runTrial } from './run-trial.ts';
import { testModules } from './test-api.ts';

/**
 * Runs the hidden tests on the linked modules, then the trials of the learner's tests, and tells what happens as it
 * happens, at the end the tape. Resolves after that; `currentTest` says which test a console line belongs to. What a trial
 * throws outside of its tests belongs to the trial: `late` collects it. The correct code is tried first and, if the
 * learner's tests passed, once more after the faulty.
 */
export async function runTests(
  modules: readonly LinkedModule[],
  { entry, trials }: TestPlan,
  tell: (message: HarnessMessage) => void,
  currentTest: CurrentTest,
  late: LateErrors,
  arrangement?: Arrangement,
): Promise<void> {
  const tapeUntil = tapeClock() + limits.tapeMs;
  let shownCase: unknown;
  let tapeSource: unknown;
  const begin = (test: string) => {
    shownCase = undefined;
    currentTest.name = test;
    tell({ kind: 'begin', test });
  };
  const load = linkModules(
    modules,
    testModules(
      tell,
      (received) => (shownCase = received),
      (received) => (tapeSource = received),
    ),
  );
  let isHeard = false;
  listen(modules, load, {
    note: () => void (isHeard = true),
    during(_, work) {
      isHeard = true;
      return work();
    },
  });
  await runSuite(
    () => load(entry),
    {
      onBegin(test) {
        isHeard = false;
        begin(test);
      },
      onTest(test) {
        const described = test.state === 'failed' ? describeCase(shownCase) : undefined;
        currentTest.name = undefined;
        tell({
          kind: 'test',
          test: {
            ...test,
            ...(described && { case: described }),
            ...(isHeard && { recorded: true }),
          },
        });
        isHeard = false;
      },
      onLoadError: (error) => tell({ kind: 'load-error', error }),
    },
    arrangement,
  );
  if (trials.length > 0) await nextTasks();
  const outcomes = new Map<Trial, TestReport>();
  const tryOut = async (trial: Trial, again = false) => {
    begin(trial.requirement);
    outcomes.set(trial, await runTrial(modules, trial, late, again));
    currentTest.name = undefined;
  };
  for (const trial of arrangement?.kind === 'reversed' ? trials.toReversed() : trials) {
    if (arrangement?.kind === 'alone' && arrangement.test !== trial.requirement) {
      outcomes.set(trial, { ...skipped, name: trial.requirement });
      continue;
    }
    if (arrangement?.kind === 'repeated') await tryOut(trial);
    await tryOut(trial);
  }
  // A test that fails because it has run before would otherwise seem to notice every fault.
  for (const trial of trials) {
    if (trial.expects === 'pass' && outcomes.get(trial)?.state === 'passed') await tryOut(trial, true);
  }
  for (const trial of trials) tell({ kind: 'test', test: outcomes.get(trial)! });
  // After the last test, so that nothing that is judged can notice it.
  currentTest.isQuiet = true;
  const tape = makeTape(tapeSource, tapeUntil);
  currentTest.isQuiet = false;
  if (tape) tell({ kind: 'tape', tape });
}

/** What a console line belongs to: the test that runs, or something of which none is told. */
export type CurrentTest = { name: string | undefined; isQuiet?: boolean };

const skipped = { state: 'skipped', durationMs: 0, assertions: 0, errors: [] } as const;
