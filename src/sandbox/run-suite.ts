import { getFn, startTests, type Suite, type Test, type VitestRunner } from '@vitest/runner';
import { compare, type Comparison } from './comparison.ts';
import { describeError } from './describe-error.ts';
import { asMatcher, assertionCount, checkAssertionCount, isNegated, resetAssertionCount } from './expect.ts';
import { limits, type Arrangement, type ErrorReport, type TestReport } from './report.ts';

export type SuiteHooks = {
  readonly onBegin: (test: string) => void;
  /** The test has thrown; what it leaves behind has not run yet. */
  readonly onFailed?: () => void;
  readonly onTest: (test: TestReport) => void;
  /** Thrown while files load, or in a hook around several tests. */
  readonly onLoadError: (error: ErrorReport) => void;
};

/** `first-failure`: the tests behind the first that fails are skipped. */
type Order = Arrangement | { readonly kind: 'first-failure' };

/** Calls `load`, which registers tests, and runs these with Vitest's runner. Resolves after the last of them. */
export async function runSuite(
  load: () => unknown,
  { onBegin, onFailed, onTest, onLoadError }: SuiteHooks,
  arrangement?: Order,
): Promise<void> {
  let over = false;
  const compared = new Map<string, Comparison>();
  const runner: VitestRunner = {
    config: runnerConfig,
    importFile: load,
    onCollected: (files) => arrange(files, arrangement),
    onBeforeRunTask(test) {
      if (over) test.mode = 'skip';
    },
    onBeforeTryTask(test) {
      const name = fullName(test);
      resetAssertionCount(name);
      compared.clear();
      onBegin(name);
    },
    async runTask(test) {
      try {
        await getFn(test)();
      } catch (error) {
        onFailed?.();
        // The runner keeps of an error only its printed values.
        const comparison = compare(error, isNegated(error), asMatcher);
        if (comparison) compared.set(describeError(error).message, comparison);
        throw error;
      }
    },
    onAfterTryTask: checkAssertionCount,
    onAfterRunTask(test) {
      over ||= arrangement?.kind === 'first-failure' && test.result?.state === 'fail';
      onTest(report(test, assertionCount(), compared));
    },
  };
  const [file] = await startTests(['tests'], runner);
  if (!file) return;
  for (const suite of suitesOf(file)) {
    for (const error of suite.result?.errors ?? []) onLoadError(describeError(error));
  }
  for (const test of testsOf(file)) {
    if (test.mode !== 'run') onTest(report(test, 0, new Map()));
  }
}

/** `compared` holds what a failed assertion compared, by its message. */
function report(test: Test, assertions: number, compared: ReadonlyMap<string, Comparison>): TestReport {
  const state = test.result?.state;
  const describe = (thrown: unknown): ErrorReport => {
    const error = describeError(thrown);
    const comparison = compared.get(error.message);
    return comparison ? { ...error, comparison } : error;
  };
  return {
    name: fullName(test),
    state: state === 'pass' ? 'passed' : state === 'fail' ? 'failed' : 'skipped',
    durationMs: test.result?.duration ?? 0,
    assertions,
    errors: (test.result?.errors ?? []).map(describe),
  };
}

function arrange(suites: readonly Suite[], arrangement: Order | undefined): void {
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
