import { startTests, type Suite, type Test, type VitestRunner } from '@vitest/runner';
import { describeError } from './describe-error.ts';
import { assertionCount, checkAssertionCount, resetAssertionCount } from './expect.ts';
import { linkModules, type LinkedModule } from './link-modules.ts';
import { limits, type Arrangement, type HarnessMessage, type TestReport } from './report.ts';
import { testModules } from './test-api.ts';

/**
 * Runs the hidden tests of `entry` on the linked modules and tells what happens as it happens.
 * Resolves after the last test; `currentTest` says which test a console line belongs to.
 */
export async function runTests(
  modules: readonly LinkedModule[],
  entry: string,
  tell: (message: HarnessMessage) => void,
  currentTest: { name: string | undefined },
  arrangement?: Arrangement,
): Promise<void> {
  const load = linkModules(modules, testModules(tell));
  const runner: VitestRunner = {
    config: runnerConfig,
    importFile: () => load(entry),
    onCollected: (files) => arrange(files, arrangement),
    onBeforeTryTask(test) {
      currentTest.name = fullName(test);
      resetAssertionCount(currentTest.name);
      tell({ kind: 'begin', test: currentTest.name });
    },
    onAfterTryTask: checkAssertionCount,
    onAfterRunTask(test) {
      tell({ kind: 'test', test: report(test, assertionCount()) });
      currentTest.name = undefined;
    },
  };
  const [file] = await startTests([entry], runner);
  if (!file) return;
  for (const suite of suitesOf(file)) {
    // Thrown while files load, or in a hook around several tests.
    for (const error of suite.result?.errors ?? []) tell({ kind: 'load-error', error: describeError(error) });
  }
  for (const test of testsOf(file)) {
    if (test.mode !== 'run') tell({ kind: 'test', test: report(test, 0) });
  }
}

function report(test: Test, assertions: number): TestReport {
  const state = test.result?.state;
  return {
    name: fullName(test),
    state: state === 'pass' ? 'passed' : state === 'fail' ? 'failed' : 'skipped',
    durationMs: test.result?.duration ?? 0,
    assertions,
    errors: (test.result?.errors ?? []).map(describeError),
  };
}

function arrange(suites: readonly Suite[], arrangement: Arrangement | undefined): void {
  for (const suite of suites) {
    if (arrangement?.kind === 'reversed') suite.tasks.reverse();
    for (const test of testsOf(suite)) {
      if (arrangement?.kind === 'repeated') test.repeats = 1;
      if (arrangement?.kind === 'alone' && fullName(test) !== arrangement.test) test.mode = 'skip';
    }
    arrange(
      suite.tasks.filter((task) => task.type === 'suite'),
      arrangement,
    );
  }
}

/** Suites and test joined by ` > `, without the file. */
function fullName(test: Test): string {
  const names = [test.name];
  for (let suite: Suite | undefined = test.suite; suite && suite !== test.file; suite = suite.suite) {
    names.unshift(suite.name);
  }
  return names.join(' > ');
}

function suitesOf(suite: Suite): Suite[] {
  return [suite, ...suite.tasks.filter((task) => task.type === 'suite').flatMap(suitesOf)];
}

function testsOf(suite: Suite): Test[] {
  return suite.tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task) : [task]));
}

const runnerConfig: VitestRunner['config'] = {
  root: '/',
  name: undefined,
  setupFiles: [],
  passWithNoTests: true,
  testNamePattern: undefined,
  allowOnly: true,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 1,
  testTimeout: limits.testMs,
  hookTimeout: limits.testMs,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};
