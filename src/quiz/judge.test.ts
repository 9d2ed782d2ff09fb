import { expect, it } from 'vitest';
import { judge, judgeOrder } from './judge.ts';

it.each([
  { chosen: [1], right: true, grades: [[1, 'right']] },
  { chosen: [0], right: false, grades: [[0, 'wrong']] },
])('of one correct choice, $chosen: explains what was chosen and gives nothing away', (each) => {
  const { right, grades } = judge('one', each.chosen, [1]);

  expect(right).toBe(each.right);
  expect([...grades]).toEqual(each.grades);
});

it.each([
  { chosen: [0, 2], right: true, grades: { 0: 'right', 2: 'right' } },
  { chosen: [0], right: false, grades: { 0: 'right', 2: 'missed' } },
  { chosen: [0, 1, 2], right: false, grades: { 0: 'right', 1: 'wrong', 2: 'right' } },
  { chosen: [1, 3], right: false, grades: { 0: 'missed', 1: 'wrong', 2: 'missed', 3: 'wrong' } },
])('of several correct choices, $chosen: right only if exactly these are chosen', (each) => {
  const { right, grades } = judge('several', each.chosen, [0, 2]);

  expect(right).toBe(each.right);
  expect(Object.fromEntries(grades)).toEqual(each.grades);
});

it.each([
  { came: [0, 1, 2], right: true, inPlace: 3 },
  { came: [0, 2, 1], right: false, inPlace: 1 },
  { came: [1, 2, 0], right: false, inPlace: 0 },
])('of an order, $came: right only if every note is where it came', ({ came, right, inPlace }) => {
  expect(judgeOrder(came)).toEqual({ right, inPlace });
});
