import { expect, it } from 'vitest';
import { outcomes } from './bill-test.program.ts';
import { answerTo, billDecider, served, settle } from './bill.program.ts';
import { run as happyHour } from './happy-hour.program.ts';
import { run as threeAnswers } from './three-answers.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as handled from './handled.program.ts';

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

it('handled: two commands lead to events, one to nothing, one to an error', () => {
  const happened = happeningsOf(handled.timeline).filter((line) => !line.startsWith('read'));

  expect(happened).toEqual([
    'command caller: TakeOff',
    'appended bill-4711: DishTakenOff',
    'command caller: Settle',
    'appended bill-4711: BillSettled',
    'command caller: Settle',
    'command caller: TakeOff',
    'threw caller: Error: The bill is settled.',
  ]);
});
