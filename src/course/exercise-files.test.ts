import { expect, it } from 'vitest';
import { exerciseFiles, placeTakenBy } from './exercise-files.ts';

it.each([
  ['user.ts', 'user.ts'],
  ['user.solution.ts', 'user.ts'],
  ['domain/user.mistake-literal-id.ts', 'domain/user.ts'],
  ['user.alternative-guard-clauses.ts', 'user.ts'],
  ['user.mutant-forgets.ts', 'user.ts'],
  ['user.test.ts', 'user.test.ts'],
])('%s takes the place of %s', (path, place) => {
  expect(placeTakenBy(path)).toBe(place);
});

it('lets a mutant take the place of a given file', () => {
  const files = exerciseFiles('exercises/a/b', [
    'report.solution.ts',
    'report.ts',
    'user.mutant-forgets.ts',
    'user.test.ts',
    'user.ts',
  ]);

  expect(files.given).toEqual(['user.ts']);
  expect(files.variants).toEqual([{ role: 'mutant', name: 'forgets', files: ['user.mutant-forgets.ts'] }]);
});
