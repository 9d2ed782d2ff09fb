import { expect, it } from 'vitest';
import { emptyReport } from '../sandbox/collect-report.ts';
import { compareRejection, type ReadRejection } from './compare-rejection.ts';

const versions = { exercise: 'e1', library: 'l1', site: '0.1.0' };
const rejection: ReadRejection = {
  exercise: 'aggregates/change-password',
  savedAt: '2026-11-22T09:30:00.000Z',
  locale: 'ko',
  browser: 'Mozilla/5.0',
  versions: { ...versions, exercise: 'e0' },
  files: {},
  verdict: 'failed',
  tests: {
    refuses: { state: 'failed', says: 'too \u001B[31mshort\u202E' },
    accepts: { state: 'passed', says: '' },
  },
};
const test = (name: string) => ({ name, state: 'passed' as const, durationMs: 1, assertions: 1, errors: [] });
const report = { ...emptyReport({ kind: 'ended' }), tests: [test('refuses'), test('accepts')] };

it('sets both verdicts beside each other, marks where they differ, and says what changed since', () => {
  const lines = compareRejection(rejection, { kind: 'passed', report }, versions);
  expect(lines).toContain('exercise: e0 there, e1 here');
  expect(lines).toContain('library: the same as here');
  expect(lines).toContain('≠ failed      passed      verdict');
  expect(lines).toContain('≠ failed      passed      refuses');
  expect(lines).toContain('  passed      passed      accepts');
});

it('lets nothing through that a terminal would obey', () => {
  const lines = compareRejection(rejection, { kind: 'passed', report }, versions);
  expect(lines).toContain('  page said: too �[31mshort�');
});
