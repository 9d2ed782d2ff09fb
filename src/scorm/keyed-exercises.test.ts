import { expect, it } from 'vitest';
import { keyedExercises } from './keyed-exercises.ts';

it('gives an exercise the same key wherever it stands', () => {
  const [late] = keyedExercises(['cart/late']);
  expect(late).toEqual({ id: 'cart/late', key: expect.stringMatching(/^[\w-]{5}$/) });
  expect(keyedExercises(['cart/early', 'cart/late'])).toContainEqual(late);
});

it('refuses more exercises than a platform can keep', () => {
  const ids = Array.from({ length: 819 }, (_, place) => `chapter/exercise-${place}`);
  expect(keyedExercises(ids.slice(0, 818))).toHaveLength(818);
  expect(() => keyedExercises(ids)).toThrow('The course has 819 exercises, and cmi.suspend_data');
});

it('refuses two exercises with one key', () => {
  expect(() => keyedExercises(['cart/late', 'cart/late'])).toThrow(
    'cart/late and cart/late have the same key',
  );
});
