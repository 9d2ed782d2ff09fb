import { expect, it } from 'vitest';
import type { Outcome } from '../workbench/fingerprint.ts';
import { findFingerprint } from './find-fingerprint.ts';

const passed = outcome({ a: undefined, b: undefined });

it('is what one test said, where that is enough', () => {
  const own = outcome({ a: 'too many', b: undefined });
  expect(findFingerprint([own], [passed, outcome({ a: 'too few', b: undefined })])).toEqual([
    { kind: 'fails', test: 'a', saying: 'too many' },
  ]);
});

it('adds what passes when another run fails in the same way and in more', () => {
  const own = outcome({ a: 'too many', b: undefined });
  const starter = outcome({ a: 'too many', b: 'empty' });
  expect(findFingerprint([own], [passed, starter])).toEqual([
    { kind: 'fails', test: 'a', saying: 'too many' },
    { kind: 'passes', test: 'b' },
  ]);
});

it('holds for every spelling, so it leaves out what only one of them says', () => {
  const spellings = [outcome({ a: 'five', b: 'empty' }), outcome({ a: 'six', b: 'empty' })];
  expect(findFingerprint(spellings, [passed])).toEqual([{ kind: 'fails', test: 'b', saying: 'empty' }]);
});

it('never consists of passing tests alone', () => {
  const own = outcome({ a: undefined, b: 'empty' });
  const other = outcome({ a: 'five', b: 'empty' });
  expect(findFingerprint([own], [other])).toEqual([
    { kind: 'fails', test: 'b', saying: 'empty' },
    { kind: 'passes', test: 'a' },
  ]);
});

it('is how the run ended, for a mistake that never ends', () => {
  expect(findFingerprint([outcome({}, 'timed-out')], [passed])).toEqual([{ kind: 'ends', as: 'timed-out' }]);
});

it('is not there for runs that cannot be told apart', () => {
  const own = outcome({ a: 'five', b: undefined });
  expect(findFingerprint([own], [outcome({ a: 'five', b: undefined })])).toBeUndefined();
});

function outcome(tests: Record<string, string | undefined>, ends: Outcome['ends'] = 'failed'): Outcome {
  return { ends, tests: new Map(Object.entries(tests)) };
}
