import { expect, it } from 'vitest';
import { readExercises } from '../course/exercises.ts';
import { newExercise } from '../course/new-exercise.ts';
import { parseNewId } from '../course/new-id.ts';
import { smallCourse, write } from '../course/tree.test-support.ts';
import { checkExercise } from './check-exercise.ts';
import { librarySources } from './library-sources.ts';

it('a new exercise passes the gate as it is made', async () => {
  const tree = write(smallCourse);
  newExercise(tree, parseNewId('exercise', ['cart/two-carts']));
  const made = readExercises(tree).find(({ id }) => id === 'cart/two-carts');
  const root = process.cwd();

  expect(await checkExercise(root, made!, librarySources(root))).toMatchObject({
    starter: 'failed',
    solution: 'passed',
    complaints: [],
  });
});
