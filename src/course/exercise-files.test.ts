import { expect, it } from 'vitest';
import { exerciseFiles, placeTakenBy } from './exercise-files.ts';

it.each([
  ['user.ts', 'user.ts'],
  ['user.solution.ts', 'user.ts'],
  ['domain/user.mistake-literal-id.ts', 'domain/user.ts'],
  ['user.alternative-guard-clauses.ts', 'user.ts'],
  ['user.mutant-forgets.ts', 'user.ts'],
  ['user.spec.solution.ts', 'user.spec.ts'],
  ['user.spec.mistake-weak.again.ts', 'user.spec.ts'],
  ['user.test.ts', 'user.test.ts'],
])('%s takes the place of %s', (path, place) => {
  expect(placeTakenBy(path)).toBe(place);
});

const spec = ['user.spec.solution.ts', 'user.spec.ts'];

it('knows the tests that the learner writes, and the faulty code that they have to notice', () => {
  const paths = ['user.mutant-forgets.ts', ...spec, 'user.spec.mistake-weak.ts', 'user.ts'];

  expect(exerciseFiles('exercises/a/b', paths)).toEqual({
    starters: ['user.spec.ts'],
    specs: ['user.spec.ts'],
    given: ['user.ts'],
    tests: [],
    solution: ['user.spec.solution.ts'],
    variants: [
      { role: 'mutant', name: 'forgets', files: ['user.mutant-forgets.ts'] },
      { role: 'mistake', name: 'weak', files: ['user.spec.mistake-weak.ts'] },
    ],
  });
});

it.each([
  [
    'a test of the learner’s without a solution',
    ['bill.solution.ts', 'bill.ts', 'user.spec.ts', 'user.test.ts'],
    'exercises/a/b/user.spec.ts: it is named as a test that the learner writes, but has no solution. Add user.spec.solution.ts, or name a hidden test user.test.ts.',
  ],
  [
    'a test of the learner’s without faulty code',
    [...spec, 'user.ts'],
    'exercises/a/b/user.spec.ts: there is no faulty code that this test has to notice. Add x.mutant-<name>.ts, which takes the place of x.ts, and name it under mutants in exercise.yaml.',
  ],
  [
    'faulty code without a test of the learner’s',
    ['user.mutant-forgets.ts', 'user.solution.ts', 'user.test.ts', 'user.ts'],
    'exercises/a/b/user.mutant-forgets.ts: a mutant is for a test that the learner writes, and there is none. Add x.spec.ts and x.spec.solution.ts, or make it a mistake: x.mistake-<name>.ts.',
  ],
  [
    'faulty code in the place of a test of the learner’s',
    [...spec, 'user.mutant-forgets.ts', 'user.spec.mutant-weak.ts', 'user.ts'],
    'exercises/a/b/user.spec.mutant-weak.ts: a mutant is faulty code that the learner’s test has to notice, and this one takes the place of the test itself. Name faulty code after the code, x.mutant-weak.ts, and a weak test user.spec.mistake-weak.ts.',
  ],
])('refuses %s', (_, paths, message) => {
  expect(() => exerciseFiles('exercises/a/b', paths)).toThrow(message);
});
