import { describe, expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { checkExercise } from './check-exercise.ts';

const starter = 'export const double = (n: number): number => n;';
const solution = 'export const double = (n: number): number => n * 2;';
const test = `import { expect, it } from 'vitest';
import { double } from './user.ts';
it('doubles', () => { expect(double(2), 'two of everything').toBe(4); expect(double(-1)).toBe(-2); });`;

const sound = {
  'user.ts': starter,
  'user.solution.ts': solution,
  'user.alternative-sum.ts': 'export const double = (n: number): number => n + n;',
  'user.mistake-square.ts': 'export const double = (n: number): number => n * n;',
  'user.test.ts': test,
};

it('finds nothing wrong with a sound exercise', async () => {
  expect(await check(sound)).toEqual({
    id: 'cart/double',
    starter: 'failed',
    solution: 'passed',
    alternatives: { sum: 'passed' },
    mistakes: { square: 'failed' },
    complaints: [],
  });
});

describe('complains about', () => {
  it.each([
    [
      'a starter that passes',
      { 'user.ts': solution },
      'exercises/cart/double/user.ts: the starter passes. A starter compiles and fails by a test.',
    ],
    [
      'a starter that does not compile',
      { 'user.ts': 'export const = 1;' },
      'exercises/cart/double/user.ts: the starter does not compile (line 1: {"kind":"syntax","text":"Expected identifier but found \\"=\\""}). A starter compiles and fails by a test.',
    ],
    [
      'a starter whose first failure is an exception',
      { 'user.ts': 'export const double = (): number => { throw new Error("later"); };' },
      'exercises/cart/double/user.ts: the starter\'s first failing test, "doubles", throws "later". The first thing that a learner reads is to be an assertion with a message that teaches.',
    ],
    [
      'an alternative that fails',
      { 'user.alternative-sum.ts': starter },
      'exercises/cart/double/user.alternative-sum.ts: it fails "doubles": two of everything: expected 2 to be 4 // Object.is equality. An alternative passes every hidden test; correct it or the test.',
    ],
    [
      'a mistake that passes',
      { 'user.mistake-square.ts': solution },
      'exercises/cart/double/user.mistake-square.ts: it passes. A known mistake fails by a test; add the test that tells it apart.',
    ],
    [
      'a mistake that crashes',
      { 'user.mistake-square.ts': 'throw new Error("no"); export const double = 1;' },
      'exercises/cart/double/user.mistake-square.ts: it crashes: no. A known mistake fails by a test; add the test that tells it apart.',
    ],
  ])('%s', async (_, change, complaint) => {
    const { complaints } = await check({ ...sound, ...change });
    expect(complaints).toEqual([complaint]);
  });
});

describe('stops the build for', () => {
  it.each([
    [
      'a solution that fails',
      { 'user.solution.ts': starter },
      'exercises/cart/double/user.solution.ts: the solution does not pass: fails "doubles": two of everything: expected 2 to be 4 // Object.is equality',
    ],
    [
      'a solution that does not compile',
      { 'user.solution.ts': 'export const double = ;' },
      'exercises/cart/double/user.solution.ts: the solution does not pass: refused',
    ],
    [
      'a test that imports what it may not',
      { 'user.test.ts': `import { readFileSync } from 'node:fs';\n${test}\nreadFileSync('x');` },
      "exercises/cart/double/user.test.ts:1: the import of 'node:fs' cannot be resolved here",
    ],
    [
      'a test file without a test',
      { 'user.test.ts': "import './user.ts';" },
      'exercises/cart/double/user.test.ts: no test was registered',
    ],
    [
      'two tests of one name',
      { 'user.test.ts': `${test}\n${test.split('\n')[2]}` },
      'exercises/cart/double/user.test.ts: two tests are named "doubles"',
    ],
  ])('%s', async (_, change, message) => {
    await expect(check({ ...sound, ...change })).rejects.toThrow(message);
  });
});

function check(sources: Record<string, string>) {
  const folder = 'exercises/cart/double';
  const said = { 'two of everything': '모든 것이 둘씩' };
  const text = {
    title: 'Double',
    tests: { doubles: '두 배' },
    messages: said,
    hints: 0,
    mistakes: ['square'],
  };
  const exercise: Exercise = {
    id: 'cart/double',
    folder,
    settings: { opens: 'user.ts', level: 1, minutes: 1, builds: [], uses: [], equivalent: [] },
    texts: { en: text, ko: text },
    files: exerciseFiles(folder, Object.keys(sources)),
    sources,
  };
  return checkExercise(exercise, { 'past-tense/index.ts': 'export {};' });
}
