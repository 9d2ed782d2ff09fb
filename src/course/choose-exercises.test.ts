import { expect, it } from 'vitest';
import { chooseExercises } from './choose-exercises.ts';
import { readExercises } from './exercises.ts';
import { smallCourse, write } from './tree.test-support.ts';

it('takes those that are named, or all', () => {
  const exercises = readExercises(write(smallCourse));

  expect(chooseExercises(exercises, [])).toEqual(exercises);
  expect(chooseExercises(exercises, ['cart/late-item'])).toEqual(exercises);
});

it('takes a draft only when it is named', () => {
  const [exercise] = readExercises(write(smallCourse));
  const draft = { ...exercise!, settings: { ...exercise!.settings, draft: true } };

  expect(chooseExercises([draft], [])).toEqual([]);
  expect(chooseExercises([draft], ['cart/late-item'])).toEqual([draft]);
});

it('refuses an id that names none', () => {
  const exercises = readExercises(write(smallCourse));
  expect(() => chooseExercises(exercises, ['cart/late'])).toThrow(
    'exercises/cart/late: there is no such exercise. Did you mean cart/late-item?',
  );
});
