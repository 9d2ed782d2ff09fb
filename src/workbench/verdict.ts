import type { Problem } from '../compiler/compile-modules.ts';
import type { ErrorReport, Report, TestReport } from '../sandbox/report.ts';

/** What a run says to the learner. Only `passed` counts as progress. */
export type Verdict =
  | { readonly kind: 'passed'; readonly report: Report }
  | { readonly kind: 'failed'; readonly tests: readonly TestReport[]; readonly report: Report }
  /** The code does not compile. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'crashed'; readonly crash: Crash; readonly report: Report }
  | {
      readonly kind: 'timed-out';
      readonly limitMs: number;
      readonly running?: string;
      readonly report: Report;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unavailable'; readonly part: 'compiler' | 'runner' | 'types'; readonly detail: string };

export type Crash =
  /** Thrown while the files were loaded, or outside every test. */
  | { readonly kind: 'error'; readonly errors: readonly ErrorReport[] }
  | { readonly kind: 'flood' }
  | { readonly kind: 'unresponsive'; readonly detail?: string }
  /** The run ended, but the tests that ran are not the tests of the exercise. */
  | { readonly kind: 'other-tests' };

/**
 * The host's judgement: passed only if the run ended, exactly the expected tests were reported, each passed with at
 * least one assertion, and nothing was thrown outside a test.
 */
export function judge(report: Report, expected: readonly string[]): Verdict {
  const { ending } = report;
  switch (ending.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'unavailable':
      return { kind: 'unavailable', part: 'runner', detail: ending.detail };
    case 'timed-out':
      return { ...ending, report };
    case 'crashed':
      return { kind: 'crashed', crash: crashOf(ending), report };
    case 'ended':
      return judgeTests(report, expected);
  }
}

function judgeTests(report: Report, expected: readonly string[]): Verdict {
  const thrown = [...report.loadErrors, ...report.uncaught];
  const tests = report.tests.map(withAssertion);
  if (tests.some((test) => test.state === 'failed')) return { kind: 'failed', tests, report };
  if (thrown.length > 0) return { kind: 'crashed', crash: { kind: 'error', errors: thrown }, report };
  const names = tests.map((test) => test.name);
  const complete = names.length === expected.length && new Set(names).size === names.length;
  if (
    !complete ||
    !expected.every((name) => names.includes(name)) ||
    tests.some((test) => test.state !== 'passed')
  ) {
    return { kind: 'crashed', crash: { kind: 'other-tests' }, report };
  }
  return { kind: 'passed', report };
}

/** A test that passed without a single assertion proves nothing, so it did not pass. */
function withAssertion(test: TestReport): TestReport {
  if (test.state !== 'passed' || test.assertions > 0) return test;
  return { ...test, state: 'failed', errors: [noAssertion] };
}

const noAssertion: ErrorReport = {
  name: 'Error',
  message: 'This test made no assertion.',
  assertion: false,
  frames: [],
};

function crashOf(ending: Extract<Report['ending'], { kind: 'crashed' }>): Crash {
  if (ending.cause === 'flood') return { kind: 'flood' };
  return { kind: 'unresponsive', ...(ending.detail === undefined ? {} : { detail: ending.detail }) };
}
