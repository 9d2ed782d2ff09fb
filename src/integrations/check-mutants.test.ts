import { describe, expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import { checkMutants, scoreOf } from './check-mutants.ts';

const larger = {
  'user.ts': 'export const larger = (a: number, b: number): number => a - b;',
  'user.solution.ts': 'export const larger = (a: number, b: number): number => (a < b ? b : a);',
  'user.test.ts': `import { expect, it } from 'vitest';
import { larger } from './user.ts';
it('takes the larger one', () => { expect([larger(1, 2), larger(2, 1)]).toEqual([2, 2]); });`,
};
const orEqual = {
  file: 'user.solution.ts',
  mutator: 'EqualityOperator',
  original: 'a < b',
  replacement: 'a <= b',
};
const reason = 'Of two equal numbers it is all the same which one it takes.';

it('counts the mutants that the hidden tests kill, and lists those that pass', async () => {
  expect(await checkMutants(exerciseOf(larger), library)).toEqual({
    id: 'cart/larger',
    mutants: 5,
    killed: 4,
    equivalent: 0,
    survivors: [{ ...orEqual, line: 1, column: 58 }],
  });
});

it('takes out a survivor that the exercise lists as equivalent', async () => {
  const check = await checkMutants(exerciseOf(larger, [{ ...orEqual, reason }]), library);
  expect(check).toEqual({ id: 'cart/larger', mutants: 5, killed: 4, equivalent: 1, survivors: [] });
});

it('tells a listed change from the same change at another place, which survives too', async () => {
  const twice = {
    ...larger,
    'user.solution.ts': `${larger['user.solution.ts']}\nexport const unused = (a: number, b: number) => a < b;`,
  };
  const { equivalent, survivors } = await checkMutants(exerciseOf(twice, [{ ...orEqual, reason }]), library);
  expect(equivalent).toBe(1);
  expect(survivors).toContainEqual({ ...orEqual, line: 2, column: 49 });
});

describe('complains about an equivalent mutant', () => {
  it.each([
    [
      'that the hidden tests kill',
      { replacement: 'a >= b' },
      'no such mutant is left to explain: EqualityOperator in user.solution.ts, a < b → a >= b',
    ],
    [
      'of a file that has none such',
      { file: 'user.ts' },
      'there is no mutant EqualityOperator in user.ts, a < b → a <= b',
    ],
  ])('%s', async (_, change, found) => {
    const stale = exerciseOf(larger, [{ ...orEqual, ...change, reason }]);
    await expect(checkMutants(stale, library)).rejects.toThrow(
      `exercises/cart/larger/exercise.yaml: equivalent: ${found}. ` +
        'Remove the entry, or copy one that npm run check:mutants cart/larger lists.',
    );
  });
});

it('takes an endless loop for killed', async () => {
  const sum = {
    'user.ts': 'export const sum = (n: number): number => n;',
    'user.solution.ts':
      'export function sum(n: number): number { let s = 0; for (let i = 1; i <= n; i++) s += i; return s; }',
    'user.test.ts': `import { expect, it } from 'vitest';
import { sum } from './user.ts';
it('adds up', () => { expect([sum(0), sum(3)]).toEqual([0, 6]); });`,
  };
  const { mutants, killed } = await checkMutants(exerciseOf(sum), library);
  expect([mutants, killed]).toEqual([6, 6]);
});

it('names the file in which Stryker has no place for a change', async () => {
  const quoted = {
    ...larger,
    'user.solution.ts': `${larger['user.solution.ts']} class Odd { 'quoted'() {} }`,
  };
  await expect(checkMutants(exerciseOf(quoted), library)).rejects.toThrow(
    'exercises/cart/larger/user.solution.ts: Stryker cannot change it: SyntaxError: user.solution.ts:1:',
  );
});

it.each([
  ['four of five', { mutants: 5, killed: 4, equivalent: 0 }, 0.8],
  ['equivalent ones aside', { mutants: 5, killed: 4, equivalent: 1 }, 1],
  ['nothing to change', { mutants: 0, killed: 0, equivalent: 0 }, 1],
])('scores the share that is killed: %s', (_, counts, score) => {
  expect(scoreOf(counts)).toBe(score);
});

const library = { 'past-tense/index.ts': 'export {};' };

function exerciseOf(
  sources: Record<string, string>,
  equivalent: Exercise['settings']['equivalent'] = [],
): Exercise {
  const folder = 'exercises/cart/larger';
  const text = { title: 'Larger', tests: {}, messages: {}, hints: 0, mistakes: [] };
  return {
    id: 'cart/larger',
    folder,
    settings: exerciseSettings({ equivalent }),
    texts: { en: text, ko: text },
    files: exerciseFiles(folder, Object.keys(sources)),
    sources,
  };
}
