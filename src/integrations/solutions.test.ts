import { expect, it } from 'vitest';
import { exerciseFiles } from '../course/exercise-files.ts';
import { solutionsOf } from './solutions.ts';

const sources = {
  'user.ts': 'starter',
  'user.solution.ts': 'solved',
  'user.alternative-policy-object.ts': 'solved otherwise',
  'user.mistake-literal-id.ts': 'wrong',
  'service.ts': 'service starter',
  'service.solution.ts': 'service solved',
  'events.ts': 'given',
  'user.test.ts': 'hidden',
};
const exercise = { sources, files: exerciseFiles('exercises/a/b', Object.keys(sources)) };

it('offers the official solution first, then the alternatives, without mistakes and hidden tests', () => {
  expect(solutionsOf(exercise)).toEqual([
    { kind: 'official', files: { './user.ts': 'solved', './service.ts': 'service solved' } },
    {
      kind: 'alternative',
      name: 'policy-object',
      files: { './user.ts': 'solved otherwise', './service.ts': 'service solved' },
    },
  ]);
});
