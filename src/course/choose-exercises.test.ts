import { expect, it } from 'vitest';
import { chooseExercises } from './choose-exercises.ts';
import { readExercises } from './exercises.ts';
import { smallCourse, write } from './tree.test-support.ts';

it('takes those that are named, or all', () => {
  const exercises = readExercises(write(smallCourse));

  expect(chooseExercises(exercises, [])).toEqual(exercises);
  expect(chooseExercises(exercises, ['cart/late-item'])).toEqual(exercises);
});

it('refuses an id that names none', () => {
  const exercises = readExercises(write(smallCourse));
  expect(() => chooseExercises(exercises, ['cart/late'])).toThrow(
    'exercises/cart/late: there is no such exercise. Did you mean cart/late-item?',
  );
});
