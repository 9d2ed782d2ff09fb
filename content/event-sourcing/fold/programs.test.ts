import { expect, it } from 'vitest';
import { fold } from 'past-tense';
import { billAfter, evolve, served, settled, takenOff } from './bill.program.ts';
import { run as printedSlips } from './printed-slips.program.ts';
import { run as todaysRule } from './todays-rule.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as growing from './growing.program.ts';

const evening = [
  served('bibimbap', 12_000),
  served('tteokbokki', 9_000),
  takenOff('tteokbokki', 9_000, 'came cold'),
  served('tteokbokki', 9_000),
  settled(),
];

it('the figure: the sum after each event', () => {
  expect(evening.map((_, index) => billAfter(evening.slice(0, index + 1)).won)).toEqual([
    12_000, 21_000, 12_000, 21_000, 21_000,
  ]);
  expect(billAfter(evening).settled).toBe(true);
});

it('folds on from a kept state to the same bill', () => {
  for (let cut = 0; cut <= evening.length; cut += 1) {
    expect(fold(evolve, billAfter(evening.slice(0, cut)), evening.slice(cut))).toEqual(billAfter(evening));
  }
});

it('today’s rule: one bill cannot be loaded, or all bills are too high', () => {
  expect(todaysRule()).toBe('strict loads 2 of 3, lenient is off by 45000 won');
});

it('printed slips: every fold prints again', () => {
  expect(printedSlips()).toBe('slips: 6');
});

it('growing: the bill after each event of its stream', () => {
  const bills = happeningsOf(growing.timeline).filter((line) => line.startsWith('loaded'));

  expect(bills).toEqual(
    [
      '12,000 won, open',
      '21,000 won, open',
      '12,000 won, open',
      '21,000 won, open',
      '21,000 won, settled',
    ].map((bill) => `loaded Bill: ${bill}`),
  );
});
