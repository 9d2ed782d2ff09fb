import { expect, it } from 'vitest';
import { run as firstOfApril } from './first-of-april.program.ts';
import { run as nightlyBatch } from './nightly-batch.program.ts';
import { happeningsOf } from '../../../src/integrations/happenings.test-support.ts';
import * as augustClosed from './august-closed.program.ts';

it('around the end of March: ten past midnight in Seoul is still March in UTC', () => {
  expect(firstOfApril()).toBe('UTC: 1 in April, Seoul: 2 in April');
});

it('the batch puts a late bill on the day on which it was stored', () => {
  expect(nightlyBatch()).toBe('batch: 20000 + 9000, view: 25000 + 4000');
});

it('August is closed: what comes later stands in September, and August stays', () => {
  const sheets = happeningsOf(augustClosed.timeline).filter((line) => line.startsWith('projected'));

  expect(sheets).toEqual([
    'projected August: 08-22: 11,000',
    'projected August: 08-22: 11,000, 08-31: 22,000',
    'projected August: 08-22: 11,000, 08-31: 22,000, closed: 33,000',
    'projected September: adjustment of August: 5,500',
    'projected September: adjustment of August: 5,500, adjustment of August: −1,100',
  ]);
});
