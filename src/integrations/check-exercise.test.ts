import { describe, expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import type { Exercise } from '../course/exercises.ts';
import { exerciseSettings } from '../course/settings.test-support.ts';
import { checkExercise } from './check-exercise.ts';

const folder = 'exercises/cart/double';
const starter = 'export const double = (n: number): number => n - n;';
const solution = 'export const double = (n: number): number => n * 2;';
const test = `import { expect, it } from 'vitest';
import { double } from './user.ts';
it('doubles', () => {
  expect(double(2), 'two of everything').toBe(4);
  expect(double(-1), 'below zero too').toBe(-2);
});
it('leaves nought alone', () => { expect(double(0), 'nothing comes of nothing').toBe(0); });`;

const sound = {
  'user.ts': starter,
  'user.solution.ts': solution,
  'user.alternative-sum.ts': 'export const double = (n: number): number => n + n;',
  'user.mistake-square.ts': 'export const double = (n: number): number => n * n;',
  'user.mistake-square.power.ts': 'export function double(n: number): number { return Math.pow(n, 2); }',
  'user.mistake-plus-two.ts': 'export const double = (n: number): number => n + 2;',
  'user.test.ts': test,
};

it('finds nothing wrong with a sound exercise, and what tells its mistakes apart', async () => {
  const { ms, ...found } = await check(sound);
  expect(found).toEqual({
    id: 'cart/double',
    starter: 'failed',
    solution: 'passed',
    alternatives: { sum: 'passed' },
    mistakes: { square: 'failed', 'square.power': 'failed', 'plus-two': 'failed' },
    fingerprints: {
      square: [
        { kind: 'fails', test: 'doubles', saying: 'below zero too' },
        { kind: 'passes', test: 'leaves nought alone' },
      ],
      'plus-two': [{ kind: 'fails', test: 'leaves nought alone', saying: 'nothing comes of nothing' }],
    },
    complaints: [],
  });
  expect(Object.keys(ms)).toEqual(['starter', 'solution', 'sum', 'square', 'square.power', 'plus-two']);
});

describe('complains about', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    [
      'an alternative that a tape would show as different',
      {
        'user.test.ts': `${test}
import { attachTape } from 'past-tense/drawing';
const doubled = { type: 'Doubled', data: {} };
attachTape({ stream: 's', events: () => [doubled], offers: [], initialState: () => '', evolve: () => double.toString() });`,
      },
      'user.alternative-sum.ts: on the tape it parts from the solution after 1 events.',
    ],
    ['a starter that passes', { 'user.ts': solution }, 'user.ts: the starter passes. A starter compiles'],
    [
      'a starter that does not compile',
      { 'user.ts': 'export const = 1;' },
      'user.ts: the starter does not compile (line 1',
    ],
    [
      'a starter whose first failure is an exception',
      { 'user.ts': 'export const double = (_: number): number => { throw new Error("later"); };' },
      'user.ts: the starter\'s first failing test, "doubles", throws "later". The first thing that a learner reads',
    ],
    [
      'an alternative that fails',
      { 'user.alternative-sum.ts': starter },
      'user.alternative-sum.ts: it fails "doubles": two of everything: expected +0 to be 4',
    ],
    [
      'an alternative that is the solution after renaming',
      {
        'user.alternative-sum.ts':
          '/** Other words. */\nexport const double = (x: number): number =>\n  x * 2;',
      },
      'user.alternative-sum.ts: it is the solution after renaming.',
    ],
    ['no alternative', { 'user.alternative-sum.ts': undefined }, `: no alternative solution.`],
    ['a single mistake', { 'user.mistake-plus-two.ts': undefined }, ': fewer than two known mistakes.'],
    [
      'no second spelling',
      { 'user.mistake-square.power.ts': undefined },
      ': no mistake in a second spelling.',
    ],
    [
      'a mistake that passes',
      { 'user.mistake-plus-two.ts': solution },
      'user.mistake-plus-two.ts: it passes. A known mistake fails by a test',
    ],
    [
      'two mistakes alike',
      { 'user.mistake-plus-two.ts': 'export const double = (n: number): number => n ** 2;' },
      'user.mistake-square.ts: its failing tests and what they say are those of the starter, a half-done or correct solution, or another mistake.',
    ],
    [
      'a second spelling that is another mistake',
      { 'user.mistake-square.power.ts': 'export const double = (n: number): number => n + 2;' },
      'user.mistake-square.ts: its failing tests and what they say',
    ],
    [
      'a mistake that crashes',
      {
        'user.mistake-plus-two.ts': 'export const double = (n: number): number => n;\nthrow new Error("no");',
      },
      'user.mistake-plus-two.ts: it crashes: no. If that is the mistake, say so under ends in exercise.yaml',
    ],
    [
      'a file that does not type-check',
      {
        'user.mistake-plus-two.ts':
          'export const double = (n: number): number => n + 2;\nexport const wrong: string = 1;',
      },
      "user.mistake-plus-two.ts:2: Type 'number' is not assignable to type 'string'.",
    ],
    [
      'tests that lean on each other',
      { 'user.test.ts': `${test}\nlet seen = 0;\nit('first', () => { seen += 1; expect(seen).toBe(1); });` },
      'user.test.ts: the solution fails "first": expected 2 to be 1 // Object.is equality, when each test runs twice in a row.',
    ],
    [
      'tests that need an earlier one',
      {
        'user.test.ts': `${test}\nlet seen = 0;\nit('one', () => { seen = 1; expect(seen).toBe(1); });\nit('two', () => { expect(seen).toBe(1); });`,
      },
      'user.test.ts: the solution fails "two": expected +0 to be 1 // Object.is equality, when "two" runs alone.',
    ],
    [
      'a test that asks the clock',
      { 'user.test.ts': `${test}\nit('now', () => { expect(Date.now() > 0).toBe(true); });` },
      'user.test.ts: the solution fails "now": Date.now() was called. Exercises get clock and ids handed in., without clock and chance.',
    ],
    [
      'a solution that leaves it to chance',
      { 'user.solution.ts': 'export const double = (n: number): number => n * 2 + 0 * Math.random();' },
      'user.test.ts: the solution fails "doubles": Math.random() was called.',
    ],
    [
      'what one run leaves behind for another',
      {
        'user.alternative-sum.ts':
          'Object.assign(setTimeout, { seen: true });\nexport const double = (n: number): number => n + n;',
        'user.mistake-plus-two.ts':
          "export const double = (n: number): number => n + ('seen' in setTimeout ? 3 : 2);",
      },
      'user.mistake-plus-two.ts: in a worker of its own it ends with ["ended",["doubles","failed","below zero too"]',
    ],
    [
      'a test without a Korean name',
      { 'user.test.ts': `${test}\nit('more', () => { expect(double(3)).toBe(6); });` },
      'ko.md: the test "more" has no Korean name. Add it under tests.',
    ],
    [
      'a message that is not said in Korean',
      { 'user.test.ts': test.replace('two of everything', 'twice') },
      'ko.md: what a test says, "twice", is not said in Korean. Add it under messages.',
    ],
  ])('%s', async (_, change, complaint) => {
    const { complaints } = await check({ ...sound, ...change });
    expect(complaints.map((text) => text.replace(`${folder}/`, '').replace(folder, ''))).toContainEqual(
      expect.stringContaining(complaint),
    );
  });
});

describe('stops the build for', () => {
  it.each([
    [
      'a solution that fails',
      { 'user.solution.ts': starter },
      'user.solution.ts: the solution does not pass: fails "doubles": two of everything: expected +0 to be 4',
    ],
    [
      'a solution that does not compile',
      { 'user.solution.ts': 'export const double = ;' },
      'user.solution.ts:1: Unexpected ";". Correct the syntax.',
    ],
    [
      'a test that imports what it may not',
      { 'user.test.ts': `import { readFileSync } from 'node:fs';\n${test}\nreadFileSync('x');` },
      "user.test.ts:1: the import of 'node:fs' cannot be resolved here",
    ],
    [
      'a test file without a test',
      { 'user.test.ts': "import './user.ts';" },
      'user.test.ts: no test was registered',
    ],
    [
      'two tests of one name',
      { 'user.test.ts': test.replace('leaves nought alone', 'doubles') },
      'user.test.ts: two tests are named "doubles"',
    ],
    [
      'a test left out',
      { 'user.test.ts': test.replace("it('leaves", "it.skip('leaves") },
      'user.test.ts:7: the test "leaves nought alone" does not run. A learner has to pass every test',
    ],
    [
      'a test without an assertion',
      { 'user.test.ts': `${test}\nit('nothing', () => {});` },
      'user.solution.ts: the solution does not pass: it ends as failed',
    ],
  ])('%s', async (_, change, message) => {
    await expect(check({ ...sound, ...change })).rejects.toThrow(`${folder}/${message}`);
  });
});

function check(tree: Record<string, string | undefined>) {
  const sources = Object.fromEntries(
    Object.entries(tree).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const text = {
    title: 'Double',
    tests: { doubles: '두 배로 만든다', 'leaves nought alone': '0은 그대로 둔다' },
    messages: {
      'two of everything': '모두 둘씩이어야 합니다',
      'below zero too': '음수도 마찬가지입니다',
      'nothing comes of nothing': '0에서는 아무것도 나오지 않습니다',
    },
    hints: 0,
    mistakes: ['square', 'plus-two'],
  };
  const exercise: Exercise = {
    id: 'cart/double',
    folder,
    settings: exerciseSettings({}),
    texts: { en: text, ko: text },
    files: exerciseFiles(folder, Object.keys(sources)),
    sources,
  };
  return checkExercise(process.cwd(), exercise, { 'past-tense/index.ts': 'export {};' });
}
