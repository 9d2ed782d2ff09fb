import { describe, expect, it } from 'vitest';
import type { ErrorReport, Report, TestReport } from '../sandbox/report.ts';
import { judge } from './verdict.ts';

const expected = ['adds', 'subtracts'];

describe('a run passes', () => {
  it('if exactly the expected tests passed, each with an assertion', () => {
    expect(judge(report({}), expected).kind).toBe('passed');
  });

  it('whatever was rejected or written to the console', () => {
    const noisy = report({
      unhandledRejections: [error('later')],
      console: [{ level: 'error', text: 'oh' }],
    });
    expect(judge(noisy, expected).kind).toBe('passed');
  });
});

describe('a run does not pass', () => {
  it.each<[string, Partial<Report>, string]>([
    ['if a test failed', { tests: [test('adds'), test('subtracts', { state: 'failed' })] }, 'failed'],
    [
      'if a test made no assertion',
      { tests: [test('adds'), test('subtracts', { assertions: 0 })] },
      'failed',
    ],
    ['if a test is missing', { tests: [test('adds')] }, 'crashed'],
    ['if a test was skipped', { tests: [test('adds'), test('subtracts', { state: 'skipped' })] }, 'crashed'],
    ['if a test was reported twice', { tests: [test('adds'), test('adds')] }, 'crashed'],
    ['if another test was reported', { tests: [test('adds'), test('divides')] }, 'crashed'],
    [
      'if more tests were reported',
      { tests: [...expected.map((name) => test(name)), test('more')] },
      'crashed',
    ],
    ['if no test was reported', { tests: [] }, 'crashed'],
    ['if something was thrown outside the tests', { uncaught: [error('timer')] }, 'crashed'],
    ['if a file threw while it was loaded', { tests: [], loadErrors: [error('load')] }, 'crashed'],
    ['if it was ended at the limit', { ending: { kind: 'timed-out', limitMs: 5000 } }, 'timed-out'],
    ['if it flooded', { ending: { kind: 'crashed', cause: 'flood' } }, 'crashed'],
    ['if it was cancelled', { ending: { kind: 'cancelled' } }, 'cancelled'],
    ['if the runner is missing', { ending: { kind: 'unavailable', detail: '404' } }, 'unavailable'],
  ])('%s', (_, change, kind) => {
    expect(judge(report(change), expected).kind).toBe(kind);
  });

  it('and a failed test counts before what was thrown outside', () => {
    const both = report({ tests: [test('adds', { state: 'failed' })], uncaught: [error('timer')] });
    expect(judge(both, expected).kind).toBe('failed');
  });
});

function report(change: Partial<Report>): Report {
  return {
    ending: { kind: 'ended' },
    tests: expected.map((name) => test(name)),
    loadErrors: [],
    uncaught: [],
    unhandledRejections: [],
    console: [],
    consoleCut: false,
    drawings: [],
    durationMs: 1,
    ...change,
  };
}

function test(name: string, change: Partial<TestReport> = {}): TestReport {
  return { name, state: 'passed', durationMs: 1, assertions: 1, errors: [], ...change };
}

function error(message: string): ErrorReport {
  return { name: 'Error', message, assertion: false, frames: [] };
}
