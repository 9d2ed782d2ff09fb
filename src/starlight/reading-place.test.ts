import { expect, it } from 'vitest';
import { findPlace, placeAt, readPlace } from './reading-place.ts';

const english = [
  { top: 0 },
  { top: 400 },
  { top: 1000, exercise: 'exercise-a' },
  { top: 1100 },
  { top: 2000 },
  { top: 3000, exercise: 'exercise-b' },
];
/** The text before the first exercise is half as long, and so is all that comes later. */
const korean = english.map((landmark) => ({ ...landmark, top: landmark.top / 2 }));

it.each([
  ['between two headings', 700, 350],
  ['at an exercise', 1000, 500],
  ['behind an exercise', 2500, 1250],
  ['in the last exercise', 3500, 1750],
])('finds the same place in the other language: %s', (_, line, expected) => {
  const place = placeAt(line, english, 4000)!;
  expect(findPlace(place, korean, 2000)).toBe(expected);
});

it('counts headings from the exercise before, so that one heading more at the top does no harm', () => {
  const place = placeAt(1100, english, 4000)!;
  expect(place).toEqual({ exercise: 'exercise-a', headings: 1, share: 0 });
  expect(findPlace(place, [{ top: 0 }, { top: 10 }, ...korean.slice(1)], 2000)).toBe(550);
});

it('has no place above everything, and finds none in another lesson', () => {
  expect(placeAt(-1, english, 4000)).toBeUndefined();
  expect(findPlace({ exercise: 'exercise-z', headings: 0, share: 0 }, korean, 2000)).toBeUndefined();
  expect(findPlace({ headings: 0, share: 0 }, [], 2000)).toBeUndefined();
});

it.each([null, 7, {}, { headings: 1, share: 2 }, { headings: 0.5, share: 0 }, { headings: 'x', share: 0 }])(
  'reads no place from %j',
  (stored) => {
    expect(readPlace(stored)).toBeUndefined();
  },
);
