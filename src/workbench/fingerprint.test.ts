import { expect, it } from 'vitest';
import type { Report, TestReport } from '../sandbox/report.ts';
import { recognise } from './fingerprint.ts';
import type { Verdict } from './verdict.ts';

const fingerprints = {
  'adds-twice': [
    { kind: 'fails', test: 'adds once', saying: 'Once is enough' },
    { kind: 'passes', test: 'starts empty' },
  ],
  'never-ends': [{ kind: 'ends', as: 'timed-out' }],
} as const;

it('recognises a run in which every clue holds', () => {
  expect(recognise(failed('Once is enough', undefined), fingerprints)).toEqual(['adds-twice']);
});

it.each([
  ['a test said something else', failed('Something else', undefined)],
  ['a test failed that the mistake passes', failed('Once is enough', 'It is full')],
  ['the run passed', { kind: 'passed', report: report([test('adds once'), test('starts empty')]) }],
  ['nothing was run', { kind: 'refused', problems: [] }],
] satisfies [string, Verdict][])('recognises nothing when %s', (_, verdict) => {
  expect(recognise(verdict, fingerprints)).toEqual([]);
});

it('recognises how a run ended', () => {
  const verdict: Verdict = { kind: 'timed-out', limitMs: 5000, report: report([]) };
  expect(recognise(verdict, fingerprints)).toEqual(['never-ends']);
});

function failed(adds: string | undefined, starts: string | undefined): Verdict {
  const tests = [test('adds once', adds), test('starts empty', starts)];
  return { kind: 'failed', tests, report: report(tests) };
}

function test(name: string, saying?: string): TestReport {
  if (saying === undefined) return { name, state: 'passed', durationMs: 0, assertions: 1, errors: [] };
  const message = `${saying}: expected 2 to be 1`;
  const error = { name: 'AssertionError', message, assertion: true, frames: [] };
  return { name, state: 'failed', durationMs: 0, assertions: 1, errors: [error] };
}

function report(tests: TestReport[]): Report {
  return {
    ending: { kind: 'ended' },
    tests,
    loadErrors: [],
    uncaught: [],
    unhandledRejections: [],
    console: [],
    consoleCut: false,
    drawings: [],
    durationMs: 0,
  };
}
