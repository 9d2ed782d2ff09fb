import { restoreAllMocks } from '@vitest/spy';
import type { LateErrors } from './late-errors.ts';
import { cut } from './describe-value.ts';
import { linkModules, type LinkedModule } from './link-modules.ts';
import type { ErrorReport, TestReport, Trial } from './report.ts';
import { runSuite, type SuiteHooks } from './run-suite.ts';
import { specModules } from './test-api.ts';

/**
 * Runs the tests that the learner wrote on the trial's subjects, with instances of its own of every module, and
 * reports whether they tell right from wrong. On correct code each of them has to pass with an assertion; on faulty
 * code one has to fail, however it does. Those that are skipped do not count, and the first that fails is the last.
 * `again` says that the same trial came out well before.
 */
export async function runTrial(
  modules: readonly LinkedModule[],
  trial: Trial,
  late: LateErrors,
  again = false,
): Promise<TestReport> {
  const load = linkModules(modules, specModules, trial.subjects);
  const tests: TestReport[] = [];
  const thrown: ErrorReport[] = [];
  const hooks: SuiteHooks = {
    onBegin: () => undefined,
    onTest(test) {
      if (test.state !== 'skipped') tests.push(test);
    },
    onLoadError: (error) => void thrown.push(error),
  };
  const outside = await late.collect(() =>
    runSuite(() => trial.specs.forEach((spec) => load(spec)), hooks, { kind: 'first-failure' }),
  );
  restoreAllMocks();
  const told = { tests, thrown, outside };
  const errors =
    trial.expects === 'pass'
      ? onCorrectCode(told, again ? failsTheSecondTime : failsOnCorrectCode)
      : onFaultyCode(told);
  return {
    name: trial.requirement,
    state: errors.length === 0 ? 'passed' : 'failed',
    durationMs: tests.reduce((sum, { durationMs }) => sum + durationMs, 0),
    // The trial asserts something itself: that the tests passed, or that one of them failed.
    assertions: 1,
    errors,
    ...(trial.expects === 'fail' ? { faulty: noticed(told) } : {}),
  };
}

function noticed({ tests }: Told): TestReport['faulty'] & {} {
  const failed = tests.find(({ state }) => state === 'failed');
  return failed ? { noticedBy: cut(failed.name, 200) } : {};
}

/** What the trials say to the learner, each followed by `: expected …`. Their Korean is in i18n/trial-texts.ts. */
const noTest = 'There is no test to try out yet';
const failsOnCorrectCode = 'This code is correct, so your test has to pass';
const failsTheSecondTime = 'This code is correct, so your test has to pass however often it runs';
const assertsNothing = 'A test without an assertion passes whatever the code does';
const missesTheFault = 'Your test passes for this code too, so it would not notice what is wrong with it';

type Told = {
  readonly tests: readonly TestReport[];
  /** While the file was loaded, or in a hook around several tests. */
  readonly thrown: readonly ErrorReport[];
  /** Outside of everything, in a timer for example. */
  readonly outside: readonly ErrorReport[];
};

function onCorrectCode({ tests, thrown, outside }: Told, lesson: string): ErrorReport[] {
  const failed = tests.find(({ state }) => state === 'failed');
  if (failed) {
    return [complaint(lesson, `"${cut(failed.name, 200)}" to pass, but it failed`), ...failed.errors];
  }
  if (thrown.length > 0) {
    return [complaint(lesson, 'the tests to run, but their file threw an error'), ...thrown];
  }
  if (tests.length === 0) return [complaint(noTest, "at least one it('…', () => { … })")];
  if (outside.length > 0) {
    return [complaint(lesson, 'nothing to be thrown outside of a test'), ...outside];
  }
  const empty = tests.find(({ assertions }) => assertions === 0);
  return empty
    ? [complaint(assertsNothing, `"${cut(empty.name, 200)}" to call expect(…), but it did not`)]
    : [];
}

function onFaultyCode({ tests, thrown, outside }: Told): ErrorReport[] {
  if (tests.length === 0 && thrown.length === 0) {
    return [complaint(noTest, "at least one it('…', () => { … })")];
  }
  const notices = thrown.length > 0 || outside.length > 0 || tests.some(({ state }) => state === 'failed');
  return notices ? [] : [complaint(missesTheFault, 'one of your tests to fail, but every one passed')];
}

const complaint = (lesson: string, expected: string): ErrorReport => ({
  name: 'AssertionError',
  message: `${lesson}: expected ${expected}`,
  assertion: true,
  frames: [],
});
