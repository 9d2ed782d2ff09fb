import { expect, it } from 'vitest';
import { emptyReport } from '../sandbox/collect-report.ts';
import { readRejection, type Rejection } from './rejection.ts';

const error = { name: 'AssertionError', message: 'too short', assertion: true, frames: [] };
const failed = { name: 'refuses', state: 'failed' as const, durationMs: 1, assertions: 1, errors: [error] };
const passed = { ...failed, name: 'accepts', state: 'passed' as const, errors: [] };
const rejection: Rejection = {
  format: 'past-tense-rejection',
  version: 1,
  savedAt: '2026-11-22T09:30:00.000Z',
  exercise: 'aggregates/change-password',
  versions: { exercise: 'e1', library: 'l1', site: '0.1.0' },
  locale: 'ko',
  browser: 'Mozilla/5.0',
  files: { './user.ts': 'export class User {}' },
  verdict: { kind: 'failed', tests: [failed, passed], report: emptyReport({ kind: 'ended' }) },
};

it('reads what the page saved', () => {
  const { format: _format, version: _version, verdict: _verdict, ...rest } = rejection;
  expect(readRejection(JSON.stringify(rejection))).toEqual({
    ...rest,
    verdict: 'failed',
    tests: { refuses: { state: 'failed', says: 'too short' }, accepts: { state: 'passed', says: '' } },
  });
});

it.each([
  ['no JSON', '{', 'no JSON'],
  ['another file', '{"format":"past-tense-progress","version":1}', 'no report of this course'],
  ['no object', 'null', 'no report of this course'],
  ['a newer one', JSON.stringify({ ...rejection, version: 2 }), 'newer version'],
  ['a path', JSON.stringify({ ...rejection, exercise: '../../etc' }), 'names no exercise'],
  ['a flood', `"${'x'.repeat(4_000_001)}"`, 'too large'],
])('refuses %s', (_, text, reason) => {
  expect(() => readRejection(text)).toThrow(reason);
});

it('takes what has another shape for missing', () => {
  const hostile = {
    ...rejection,
    files: { a: 1, b: 'ok' },
    verdict: { kind: {}, tests: [null, { errors: 'x' }] },
  };
  expect(readRejection(JSON.stringify({ ...hostile, versions: [], browser: 7 }))).toMatchObject({
    files: { b: 'ok' },
    verdict: '',
    browser: '',
    versions: { exercise: '', library: '', site: '' },
  });
});
