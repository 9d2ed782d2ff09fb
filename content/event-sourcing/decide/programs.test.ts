import { expect, it } from 'vitest';
import { outcomes } from './bill-test.program.ts';
import { answerTo, billDecider, served, settle } from './bill.program.ts';
import { run as happyHour } from './happy-hour.program.ts';
import { run as threeAnswers } from './three-answers.program.ts';

it('three answers: an event, nothing, an error', () => {
  expect(threeAnswers()).toBe('BillSettled, nothing, refused');
});

it('happy hour: the clock gives another answer the second time, the command does not', () => {
  expect(happyHour()).toBe('first 7000 and 7000, again 14000 and 7000');
});

it('the rules as sentences', () => {
  expect(outcomes()).toEqual(['DishTakenOff', 'refused']);
});

it('the same command on the same bill gives the same events', () => {
  const bill = { won: 21_000, settled: false };

  expect(billDecider.decide(settle(), bill)).toEqual(billDecider.decide(settle(), bill));
  expect(answerTo(settle(), [served('bibimbap', 12_000)])).toBe('BillSettled');
});
